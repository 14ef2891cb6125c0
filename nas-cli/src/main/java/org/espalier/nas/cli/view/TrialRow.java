package org.espalier.nas.cli.view;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.espalier.nas.api.objective.Objective;
import org.espalier.nas.api.trial.Measurement;
import org.espalier.nas.api.trial.Outcome;
import org.espalier.nas.api.trial.TrialResult;
import org.jspecify.annotations.Nullable;

/**
 * A row of a table of finished trials.
 *
 * @param number the trial's number
 * @param status {@code completed}, {@code stopped}, {@code failed} or {@code infeasible}
 * @param reward the reward, or null if the trial failed or has several objectives instead
 * @param objectives the values of the stated objectives by name, in their order; empty if the trial
 *     failed
 * @param measured the last value of the displayed metric, or null if it was not measured
 * @param spread the standard deviation of that value over the folds of a cross-validation, or null
 * @param predicted the reward that the controller expected, or null
 * @param parameters the number of trainable parameters, or null if unknown
 * @param continues the number of the trial that it continues, or null if it started from scratch
 * @param trained number of epochs that it trained itself
 * @param architecture the text of the architecture
 */
public record TrialRow(
    int number,
    String status,
    @Nullable Double reward,
    Map<String, Double> objectives,
    @Nullable Double measured,
    @Nullable Double spread,
    @Nullable Double predicted,
    @Nullable Long parameters,
    @Nullable Integer continues,
    long trained,
    String architecture) {

  /** Copies. */
  public TrialRow {
    objectives = Collections.unmodifiableMap(new LinkedHashMap<>(objectives));
  }

  /**
   * Returns the row of a result.
   *
   * @param objectives the stated objectives; empty if the reward is the only one
   */
  public static TrialRow of(TrialResult result, String metric, List<Objective> objectives) {
    Double parameters = result.outcome().account().facts().get("parameters");
    return new TrialRow(
        result.trial().number(),
        status(result),
        result.value(),
        values(result, objectives),
        last(result.outcome().measurements(), metric),
        last(result.outcome().measurements(), metric + Measurement.SPREAD),
        result.trial().proposal().predicted(),
        parameters == null ? null : parameters.longValue(),
        result.trial().proposal().continuedTrial(),
        result.trainedEpochs(),
        result.trial().proposal().architecture().summary());
  }

  /** Returns the values of a result by the names of the objectives, in their order. */
  static Map<String, Double> values(TrialResult result, List<Objective> objectives) {
    Map<String, Double> values = new LinkedHashMap<>();
    for (int i = 0; i < result.objectives().size() && i < objectives.size(); i++) {
      values.put(objectives.get(i).name(), result.objectives().get(i));
    }
    return values;
  }

  static String status(TrialResult result) {
    if (result.infeasible()) {
      return "infeasible";
    }
    Outcome outcome = result.outcome();
    if (outcome instanceof Outcome.Completed) {
      return "completed";
    }
    return outcome instanceof Outcome.Stopped ? "stopped" : "failed";
  }

  private static @Nullable Double last(List<Measurement> measurements, String metric) {
    for (int i = measurements.size() - 1; i >= 0; i--) {
      OptionalDouble value = measurements.get(i).metric(metric);
      if (value.isPresent()) {
        return value.getAsDouble();
      }
    }
    return null;
  }

  /** Returns the row as a tree, for JSON. */
  public Map<String, Object> tree(String metric) {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("trial", number);
    tree.put("status", status);
    put(tree, "reward", reward);
    if (!objectives.isEmpty()) {
      tree.put("objectives", objectives);
    }
    put(tree, metric, measured);
    put(tree, metric + Measurement.SPREAD, spread);
    put(tree, "predicted", predicted);
    put(tree, "parameters", parameters);
    if (continues != null) {
      tree.put("continues", continues);
      tree.put("trainedEpochs", trained);
    }
    tree.put("architecture", architecture);
    return tree;
  }

  private static void put(Map<String, Object> tree, String key, @Nullable Object value) {
    if (value != null) {
      tree.put(key, value);
    }
  }
}
