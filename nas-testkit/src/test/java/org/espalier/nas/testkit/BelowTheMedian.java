package org.espalier.nas.testkit;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.espalier.nas.api.evaluation.StoppingRule;
import org.espalier.nas.api.trial.Measurement;
import org.espalier.nas.api.trial.Trial;
import org.espalier.nas.api.trial.TrialResult;

/** A correct rule that stops trials worse than the median of at least three at the same epoch. */
class BelowTheMedian implements StoppingRule {

  @Override
  public Optional<String> reasonToStop(
      Trial trial, List<Measurement> measured, List<TrialResult> known) {
    Measurement last = measured.get(measured.size() - 1);
    double[] others =
        known.stream()
            .flatMap(result -> result.outcome().measurements().stream())
            .filter(other -> other.step() == last.step())
            .map(BelowTheMedian::accuracy)
            .flatMapToDouble(OptionalDouble::stream)
            .filter(Double::isFinite)
            .sorted()
            .toArray();
    OptionalDouble ours = accuracy(last);
    boolean worse =
        others.length >= 3 && ours.isPresent() && ours.getAsDouble() < others[others.length / 2];
    return worse ? Optional.of("It is worse than most.") : Optional.empty();
  }

  static OptionalDouble accuracy(Measurement measurement) {
    return measurement.metric(Measurement.VALIDATION_ACCURACY);
  }
}
