package org.espalier.nas.analysis.metric;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import org.espalier.nas.api.trial.Measurement;
import org.espalier.nas.api.trial.TrialResult;

/**
 * The metric that plots and tables show.
 *
 * @param name name of the metric, {@code validation.accuracy}, or {@value #REWARD} for the reward
 * @param isMaximized true if larger values are better
 */
public record DisplayMetric(String name, boolean isMaximized) {

  /** Name that stands for the reward itself. */
  public static final String REWARD = "reward";

  private static final String MINUS = "minus ";

  private static final Map<String, String> ABBREVIATIONS =
      Map.of(
          "auc", "AUC", "f1", "F1", "flops", "FLOPs", "mae", "MAE", "mse", "MSE", "rmse", "RMSE",
          "r2", "R\u00b2");
  private static final List<String> FRACTIONS =
      List.of("accuracy", "exact-match", "macro-f1", "micro-f1", "auc");
  private static final List<String> MINIMIZED = List.of("loss", "mae", "mse", "rmse", "error");

  /** Checks. */
  public DisplayMetric {
    Objects.requireNonNull(name);
  }

  /** Creates a metric with the direction of its name: losses and errors are minimized. */
  public DisplayMetric(String name) {
    this(name, MINIMIZED.stream().noneMatch(name::endsWith));
  }

  /**
   * Returns the metric with the direction of a reward that consists of it, else with that of its
   * name.
   *
   * @param reward description of the reward: {@code minus value in the last epoch}
   */
  public static DisplayMetric rewarded(String name, String reward) {
    if (reward.startsWith(MINUS + name + " ")) {
      return new DisplayMetric(name, false);
    }
    return reward.startsWith(name + " ") ? new DisplayMetric(name, true) : new DisplayMetric(name);
  }

  /** Returns true if values are fractions, to be shown as percentages. */
  public boolean isFraction() {
    return FRACTIONS.stream().anyMatch(name::endsWith);
  }

  /** Returns the name in words: {@code validation accuracy}, {@code validation MAE}. */
  public String label() {
    return Arrays.stream(name.split("[._-]"))
        .map(word -> ABBREVIATIONS.getOrDefault(word, word))
        .collect(Collectors.joining(" "));
  }

  /** Returns the spread of this metric over the folds of a cross-validation. */
  public DisplayMetric spread() {
    return new DisplayMetric(name + Measurement.SPREAD);
  }

  /** Returns the value after the last epoch of a trial; empty if it is missing or not finite. */
  public OptionalDouble valueOf(TrialResult result) {
    if (name.equals(REWARD)) {
      return result.reward();
    }
    List<Measurement> measurements = result.outcome().measurements();
    for (int i = measurements.size() - 1; i >= 0; i--) {
      OptionalDouble value = measurements.get(i).metric(name);
      if (value.isPresent()) {
        return Double.isFinite(value.getAsDouble()) ? value : OptionalDouble.empty();
      }
    }
    return OptionalDouble.empty();
  }
}
