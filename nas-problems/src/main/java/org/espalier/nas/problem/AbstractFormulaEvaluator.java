package org.espalier.nas.problem;

import java.util.Map;
import org.espalier.nas.api.evaluation.Evaluator;
import org.espalier.nas.api.evaluation.KnownProblem;
import org.espalier.nas.api.evaluation.Progress;
import org.espalier.nas.api.space.Architecture;
import org.espalier.nas.api.trial.Outcome;
import org.espalier.nas.api.trial.Trial;

/** An evaluator that computes its measurements from a formula. */
abstract class AbstractFormulaEvaluator implements Evaluator, KnownProblem {

  /** Returns the formula that is measured. */
  abstract Formula formula();

  /** Returns the best value of the formula in the search space. */
  abstract Optimum best();

  @Override
  public final Outcome evaluate(Trial trial, Progress progress) {
    return formula().evaluate(trial, progress);
  }

  @Override
  public final Map<String, Double> truth(Architecture architecture) {
    return formula().truth(architecture);
  }

  @Override
  public final Map<String, Double> optimum() {
    return best().get();
  }

  @Override
  public final Map<String, Double> noise() {
    return formula().noise();
  }
}
