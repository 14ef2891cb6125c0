package org.espalier.nas.experiment.comparison;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.espalier.nas.analysis.comparison.TrialPoint;
import org.espalier.nas.api.InvalidSettingException;
import org.espalier.nas.api.evaluation.Evaluator;
import org.espalier.nas.api.evaluation.KnownProblem;
import org.espalier.nas.api.trial.Measurement;
import org.espalier.nas.api.trial.Phase;
import org.espalier.nas.api.trial.TrialResult;
import org.espalier.nas.engine.metric.Goal;
import org.espalier.nas.engine.metric.MetricChoice;
import org.espalier.nas.engine.reward.MetricRewardSettings;
import org.espalier.nas.experiment.file.Comparison;
import org.espalier.nas.experiment.file.Experiment;
import org.jspecify.annotations.Nullable;

/**
 * The score of architectures, higher being better: the known true value, or else the last
 * measurement.
 *
 * @param metric metric of the score
 * @param goal direction of improvement
 */
record ScoreTransform(MetricChoice metric, Goal goal) {

  /**
   * Returns the scale of the comparison's metric, or of the metric that the experiment rewards.
   *
   * @throws InvalidSettingException if the direction of the metric is unknown
   */
  static ScoreTransform of(Comparison comparison, Experiment experiment) {
    Comparison.Score score = comparison.score();
    if (FrontScore.applies(comparison, experiment)) {
      return new ScoreTransform(new MetricChoice(FrontScore.METRIC), Goal.MAXIMIZE);
    }
    boolean auto = score.metric().equals(MetricChoice.AUTO);
    MetricChoice metric = new MetricChoice(score.metric());
    Goal goal = score.goal();
    if (experiment.reward().config() instanceof MetricRewardSettings rewarded
        && (auto || score.metric().equals(rewarded.metric()))) {
      metric = rewarded.choice();
      goal = goal == Goal.AUTO ? rewarded.goal() : goal;
    }
    try {
      return new ScoreTransform(metric, goal.of(metric, experiment.evaluatorSettings()));
    } catch (InvalidSettingException unknown) {
      throw new InvalidSettingException("score.goal", "score." + unknown.getMessage());
    }
  }

  /** Returns a trial with its score. */
  TrialPoint point(TrialResult result, Evaluator evaluator, boolean instant) {
    Double score = result.value() == null ? null : score(result, evaluator);
    return point(result, instant).withScore(score).withSpread(spread(result));
  }

  /** Returns a trial without a score. */
  TrialPoint unjudged(TrialResult result) {
    return point(result, false);
  }

  private static TrialPoint point(TrialResult result, boolean instant) {
    return new TrialPoint(
        result.trial().number(),
        result.trial().proposal().fidelity().epochs(),
        result.value(),
        null,
        result.trainedEpochs(),
        seconds(result, instant));
  }

  /** Returns the spread of the last measurement over folds; null if there are no folds. */
  private @Nullable Double spread(TrialResult result) {
    List<Measurement> measured = result.outcome().measurements();
    Optional<String> name = metric.in(measured);
    if (name.isEmpty()) {
      return null;
    }
    OptionalDouble spread = measured.get(measured.size() - 1).spread(name.get());
    return spread.isPresent() ? (Double) spread.getAsDouble() : null;
  }

  private @Nullable Double score(TrialResult result, Evaluator evaluator) {
    if (evaluator instanceof KnownProblem known) {
      Optional<Double> truth = of(known.truth(result.trial().proposal().architecture()));
      if (truth.isPresent()) {
        return truth.get();
      }
    }
    List<Measurement> measured = result.outcome().measurements();
    Optional<String> name = metric.in(measured);
    if (name.isEmpty()) {
      if (metric.name().equals(MetricChoice.AUTO)) {
        return null;
      }
      throw missing(measured);
    }
    OptionalDouble last = OptionalDouble.empty();
    for (Measurement measurement : measured) {
      OptionalDouble value = measurement.metric(name.get());
      last = value.isPresent() ? value : last;
    }
    return last.isPresent() ? goal.score(name.get(), last.getAsDouble()) + 0.0 : null;
  }

  /**
   * Returns the charged time; the time that table look-ups and formulas take themselves is not a
   * cost.
   */
  static double seconds(TrialResult result, boolean instant) {
    Double charged = result.outcome().account().cost().seconds();
    if (charged != null) {
      return charged;
    }
    Map<Phase, Duration> times = result.outcome().account().times();
    return instant ? 0 : times.values().stream().mapToDouble(time -> time.toNanos() / 1e9).sum();
  }

  /**
   * Returns the score from values by the names of metrics; empty if the metric is not among them.
   */
  Optional<Double> of(Map<String, Double> values) {
    return name(values).map(name -> goal.score(name, values.getOrDefault(name, 0.0)) + 0.0);
  }

  /**
   * Returns the score from values by the names of metrics.
   *
   * @throws InvalidSettingException if the metric is not among them
   */
  double required(Map<String, Double> values) {
    return of(values).orElseThrow(() -> missing(List.of(new Measurement(1, values))));
  }

  private InvalidSettingException missing(List<Measurement> measured) {
    return new InvalidSettingException(
        "score.metric", String.valueOf(metric.missing("score.metric", measured).getMessage()));
  }

  /** Returns the unscaled value from values by the names of metrics. */
  Optional<Double> plain(Map<String, Double> values) {
    return name(values).flatMap(name -> Optional.ofNullable(values.get(name)));
  }

  private Optional<String> name(Map<String, Double> values) {
    return metric.in(List.of(new Measurement(1, values)));
  }

  /** Returns the name of the metric in the results of a search; empty if it was not measured. */
  Optional<String> measured(List<TrialResult> results) {
    return results.stream()
        .map(result -> metric.in(result.outcome().measurements()))
        .flatMap(Optional::stream)
        .findFirst();
  }

  /** Returns the title before anything was measured: that of a known value, or all candidates. */
  String title(Map<String, Double> known) {
    return title(name(known).orElse(metric.toString()));
  }

  /** Returns the title of a measured metric. */
  String title(String measured) {
    return goal == Goal.MINIMIZE ? "minus " + measured : measured;
  }
}
