package org.espalier.nas.testkit;

import java.util.List;
import java.util.Map;
import org.espalier.nas.api.evaluation.Evaluator;
import org.espalier.nas.api.evaluation.Progress;
import org.espalier.nas.api.trial.Measurement;
import org.espalier.nas.api.trial.Outcome;
import org.espalier.nas.api.trial.Trial;

/** The reproducible part of an outcome: everything except the times. */
record Repeatable(Class<?> ending, List<Measurement> measurements, Map<String, Double> figures) {

  /** Returns the result of an undisturbed evaluation. */
  static Repeatable of(Evaluator evaluator, Trial trial) throws Exception {
    Outcome outcome = evaluator.evaluate(trial, Progress.unwatched());
    return new Repeatable(outcome.getClass(), outcome.measurements(), outcome.account().figures());
  }

  /** Returns the measurements up to an epoch. */
  List<Measurement> until(int epoch) {
    return measurements.stream().filter(measurement -> measurement.step() <= epoch).toList();
  }
}
