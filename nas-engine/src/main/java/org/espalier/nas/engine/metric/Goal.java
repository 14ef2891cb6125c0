package org.espalier.nas.engine.metric;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.espalier.nas.api.InvalidSettingException;
import org.espalier.nas.api.evaluation.Direction;
import org.espalier.nas.api.evaluation.EvaluatorSettings;

/** Direction of improvement of a metric. */
public enum Goal {
  /** The direction that the evaluator or the metric's name states. */
  AUTO,
  /** Maximises the metric. */
  MAXIMIZE,
  /** Minimises the metric. */
  MINIMIZE;

  private static final List<String> MAXIMIZED =
      List.of("accuracy", "exact-match", "r2", "auc", "f1", "precision", "recall");
  private static final List<String> MINIMIZED = List.of("loss", "mae", "mse", "error");

  /**
   * Returns the goal for a metric: this one, or for {@link #AUTO} that of the evaluator, or else
   * that of the metric's name.
   *
   * @throws InvalidSettingException if neither states a direction
   */
  public Goal of(MetricChoice metric, EvaluatorSettings evaluator) {
    return this == AUTO ? known(metric.candidates().get(0), evaluator) : this;
  }

  private static Goal known(String metric, EvaluatorSettings evaluator) {
    return switch (evaluator
        .direction(metric)
        .or(() -> named(metric))
        .orElseThrow(() -> unknown(metric))) {
      case MAXIMIZE -> MAXIMIZE;
      case MINIMIZE -> MINIMIZE;
    };
  }

  /**
   * Returns the direction that the name of a metric states: {@code validation.loss} is minimised.
   *
   * @return empty if the name states none
   */
  public static Optional<Direction> named(String metric) {
    String name = metric.toLowerCase(Locale.ROOT);
    if (MINIMIZED.stream().anyMatch(name::endsWith)) {
      return Optional.of(Direction.MINIMIZE);
    }
    return MAXIMIZED.stream().anyMatch(name::endsWith)
        ? Optional.of(Direction.MAXIMIZE)
        : Optional.empty();
  }

  private static InvalidSettingException unknown(String metric) {
    return new InvalidSettingException(
        "goal",
        "goal (auto) is not possible for the metric %s: neither the evaluator nor the name states if more or less of it is better. Set goal to maximize or minimize."
            .formatted(metric));
  }

  /**
   * Returns true if this metric is minimised.
   *
   * @throws InvalidSettingException if this is {@link #AUTO} and the name states no direction
   */
  public boolean minimizes(String metric) {
    Goal goal = this == AUTO ? known(metric, new EvaluatorSettings() {}) : this;
    return goal == MINIMIZE;
  }

  /** Returns a value of this metric as a score to maximise. */
  public double score(String metric, double value) {
    return minimizes(metric) ? -value : value;
  }
}
