package org.espalier.nas.experiment;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.espalier.nas.api.evaluation.Direction;
import org.espalier.nas.api.evaluation.EvaluatorSettings;
import org.espalier.nas.api.trial.Fidelity;

/**
 * Settings of the evaluator that calls a function.
 *
 * @param epochs the most epochs, or steps, that a trial is evaluated for, positive
 * @param directions the directions in which metrics improve, as far as the program stated them
 */
record FunctionSettings(int epochs, Map<String, Direction> directions)
    implements EvaluatorSettings {

  /** Copies. */
  FunctionSettings {
    directions = Collections.unmodifiableMap(new LinkedHashMap<>(directions));
  }

  FunctionSettings withEpochs(int other) {
    return new FunctionSettings(other, directions);
  }

  FunctionSettings with(String metric, Direction direction) {
    Map<String, Direction> more = new LinkedHashMap<>(directions);
    more.put(metric, direction);
    return new FunctionSettings(epochs, more);
  }

  @Override
  public Fidelity fullFidelity() {
    return Fidelity.epochs(epochs);
  }

  @Override
  public Optional<Direction> direction(String metric) {
    return Optional.ofNullable(directions.get(metric));
  }
}
