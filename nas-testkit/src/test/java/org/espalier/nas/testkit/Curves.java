package org.espalier.nas.testkit;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.espalier.nas.api.evaluation.Directive;
import org.espalier.nas.api.evaluation.Evaluator;
import org.espalier.nas.api.evaluation.Progress;
import org.espalier.nas.api.trial.Account;
import org.espalier.nas.api.trial.Measurement;
import org.espalier.nas.api.trial.Outcome;
import org.espalier.nas.api.trial.Trial;

/** A correct evaluator: noise from the trial's seed around the length of the architecture. */
class Curves implements Evaluator {

  @Override
  public Outcome evaluate(Trial trial, Progress progress) {
    refuse(trial);
    RandomGenerator random = new SplittableRandom(seed(trial));
    List<Measurement> measured = new ArrayList<>();
    for (int epoch = 1; epoch <= trial.proposal().fidelity().epochs(); epoch++) {
      double value = trial.proposal().architecture().size() + random.nextDouble() + bias(trial);
      measured.add(
          new Measurement(step(trial, epoch), Map.of(Measurement.VALIDATION_ACCURACY, value)));
      if (report(progress, measured) != Directive.CONTINUE) {
        break;
      }
    }
    return new Outcome.Completed(measured, Account.empty());
  }

  /** Parts of the data are beyond it. */
  void refuse(Trial trial) {
    if (beyondIt(trial)) {
      throw new IllegalArgumentException("Curves have no data to take a part of.");
    }
  }

  static boolean beyondIt(Trial trial) {
    return trial.proposal().fidelity().dataFraction() < 1;
  }

  long seed(Trial trial) {
    return trial.seed();
  }

  /** Returns the bias of the value; 0 in a correct evaluator. */
  double bias(Trial trial) {
    return 0;
  }

  int step(Trial trial, int epoch) {
    return epoch;
  }

  Directive report(Progress progress, List<Measurement> measured) {
    return progress.report(measured.get(measured.size() - 1));
  }
}
