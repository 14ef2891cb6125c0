package org.espalier.nas.analysis.run;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import org.espalier.nas.api.trial.Measurement;
import org.espalier.nas.api.trial.TrialResult;

/**
 * What a run tried to make good.
 *
 * @param task what is predicted, for a person: {@code quality (low, medium, high)}
 * @param metric the metric that plots show, for example {@code validation.accuracy}, or {@value
 *     #REWARD} for the reward itself
 * @param reward what the controller maximised, for a person: {@code validation.accuracy, mean over
 *     the epochs − 0.5}
 */
public record Objective(String task, String metric, String reward) {

  /** The metric name that stands for the reward itself. */
  public static final String REWARD = "reward";

  private static final Map<String, String> ABBREVIATIONS =
      Map.of("auc", "AUC", "f1", "F1", "mae", "MAE", "mse", "MSE", "rmse", "RMSE", "r2", "R\u00b2");
  private static final List<String> SHARES = List.of("accuracy", "macro_f1", "auc");
  private static final List<String> COSTS = List.of("loss", "mae", "mse", "rmse", "error");

  /** Checks that all are there. */
  public Objective {
    Objects.requireNonNull(task);
    Objects.requireNonNull(metric);
    Objects.requireNonNull(reward);
  }

  /** Whether the metric is a share, best shown in percent. */
  public boolean isShare() {
    return SHARES.stream().anyMatch(metric::endsWith);
  }

  /** Whether a larger value of the metric is a better one; losses and errors are the others. */
  public boolean higherIsBetter() {
    return COSTS.stream().noneMatch(metric::endsWith);
  }

  /** The metric in words: {@code validation accuracy}, {@code validation MAE}. */
  public String metricName() {
    return Arrays.stream(metric.split("[._]"))
        .map(word -> ABBREVIATIONS.getOrDefault(word, word))
        .collect(Collectors.joining(" "));
  }

  /**
   * The metric of a trial after its last epoch; empty if it was not measured or is not a number.
   */
  public OptionalDouble valueOf(TrialResult result) {
    if (metric.equals(REWARD)) {
      return result.reward();
    }
    List<Measurement> measurements = result.outcome().measurements();
    for (int i = measurements.size() - 1; i >= 0; i--) {
      OptionalDouble value = measurements.get(i).metric(metric);
      if (value.isPresent()) {
        return Double.isFinite(value.getAsDouble()) ? value : OptionalDouble.empty();
      }
    }
    return OptionalDouble.empty();
  }
}
