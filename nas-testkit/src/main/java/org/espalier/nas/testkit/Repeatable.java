package org.espalier.nas.testkit;

import java.util.List;
import java.util.Map;
import org.espalier.nas.api.evaluation.Evaluator;
import org.espalier.nas.api.evaluation.Progress;
import org.espalier.nas.api.trial.Measurement;
import org.espalier.nas.api.trial.Outcome;
import org.espalier.nas.api.trial.Trial;

/** The part of an outcome that the same trial gives again: all but the times. */
record Repeatable(Class<?> ending, List<Measurement> measurements, Map<String, Double> facts) {

  /** What an undisturbed evaluation gives. */
  static Repeatable of(Evaluator evaluator, Trial trial) throws Exception {
    Outcome outcome = evaluator.evaluate(trial, Progress.unwatched());
    return new Repeatable(outcome.getClass(), outcome.measurements(), outcome.account().facts());
  }

  /** What was measured up to an epoch. */
  List<Measurement> until(int epoch) {
    return measurements.stream().filter(measurement -> measurement.step() <= epoch).toList();
  }
}
