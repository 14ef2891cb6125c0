package org.espalier.nas.problem;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;
import java.util.random.RandomGenerator;
import org.espalier.nas.api.evaluation.Directive;
import org.espalier.nas.api.evaluation.Progress;
import org.espalier.nas.api.space.Architecture;
import org.espalier.nas.api.space.SearchSpace;
import org.espalier.nas.api.trial.Account;
import org.espalier.nas.api.trial.Cost;
import org.espalier.nas.api.trial.Measurement;
import org.espalier.nas.api.trial.Outcome;
import org.espalier.nas.api.trial.Trial;

/**
 * A formula that is measured as if it were trained: with a bias for the worse in the first epochs,
 * and with noise.
 *
 * @param metric the name of the metric
 * @param goal the direction in which values improve
 * @param truth its value, without noise, after all epochs
 * @param showing noise and epochs
 * @param bias the bias of the first epochs
 */
record Formula(
    String metric,
    Goal goal,
    ToDoubleFunction<Architecture> truth,
    NoiseModel showing,
    FadingBias bias) {

  /** The direction in which values improve. */
  enum Goal {
    /** Lower values are better. */
    LEAST,
    /** Higher values are better. */
    MOST
  }

  static Formula of(
      String metric,
      Goal goal,
      ToDoubleFunction<Architecture> truth,
      NoiseModel showing,
      SearchSpace space) {
    return new Formula(
        metric, goal, truth, showing, FadingBias.of(space, showing.epochs(), showing.bias()));
  }

  /** Measures the formula after each epoch of a trial. */
  Outcome evaluate(Trial trial, Progress progress) {
    Architecture architecture = trial.proposal().architecture();
    double value = truth.applyAsDouble(architecture);
    RandomGenerator random = new SplittableRandom(trial.seed());
    List<Measurement> continued = progress.continued();
    List<Measurement> measured = new ArrayList<>(continued);
    // The noise is that of the trial's seed, of which the continued trial has drawn its share.
    continued.forEach(drawn -> random.nextGaussian());
    Directive directive = Directive.CONTINUE;
    for (int epoch = continued.size() + 1;
        epoch <= trial.proposal().fidelity().epochs() && directive == Directive.CONTINUE;
        epoch++) {
      double worse = bias.after(architecture, epoch);
      double shown = goal == Goal.LEAST ? value + worse : value - worse;
      double noise = showing.noise() * random.nextGaussian();
      measured.add(new Measurement(epoch, Map.of(metric, shown + noise)));
      directive = progress.report(measured.get(epoch - 1));
    }
    Cost cost = Cost.ofEpochs(measured.size() - continued.size());
    return new Outcome.Completed(measured, Account.of(cost));
  }

  Map<String, Double> truth(Architecture architecture) {
    return Map.of(metric, truth.applyAsDouble(architecture));
  }

  Map<String, Double> noise() {
    return Map.of(metric, showing.noise());
  }
}
