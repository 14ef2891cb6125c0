package org.espalier.nas.analysis.comparison;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.ToDoubleFunction;
import org.espalier.nas.analysis.inference.Bootstrap;
import org.espalier.nas.analysis.inference.ConfidenceInterval;
import org.espalier.nas.analysis.inference.Resample;
import org.espalier.nas.analysis.inference.Sample;
import org.jspecify.annotations.Nullable;

/** The results of each arm on one problem. */
final class ArmAnalysis {

  private final ProblemSearches problem;
  private final Protocol protocol;
  private final Bootstrap bootstrap;
  private final CurveAnalysis curves;
  private final CumulativeRegret regret;

  ArmAnalysis(ProblemSearches problem, Protocol protocol) {
    this.problem = problem;
    this.protocol = protocol;
    this.bootstrap = new Bootstrap(protocol.seed(), protocol.resamples(), protocol.confidence());
    this.curves = new CurveAnalysis(problem, protocol);
    this.regret = new CumulativeRegret(problem);
  }

  /** Returns all arms, the highest mean first, equal ones in the order of the file. */
  List<ArmResult> all() {
    return problem.byArm().keySet().stream()
        .map(this::of)
        .sorted(Comparator.comparingDouble(result -> -result.mean().value()))
        .toList();
  }

  private ArmResult of(String arm) {
    List<ScoredSearch> searches = problem.searches(arm);
    List<ArmResult.SearchResult> results = searches.stream().map(ScoredSearch::result).toList();
    Sample scores = sample(searches, ScoredSearch::score);
    List<ConfidenceInterval> intervals =
        bootstrap.intervals(
            scores, List.of(Resample::mean, Resample::median, Resample::interquartileMean));
    Estimate mean = estimate(scores.mean(), intervals.get(0));
    double horizon = problem.horizon();
    return new ArmResult(
        problem.problem().name(),
        arm,
        results,
        (int) searches.stream().filter(ScoredSearch::failed).count(),
        mean,
        estimate(scores.median(), intervals.get(1)),
        estimate(scores.interquartileMean(), intervals.get(2)),
        scores.deviation(),
        simpleRegret(mean),
        regret.of(arm).map(this::mean).orElse(null),
        relativeImprovement(mean),
        mean(sample(searches, search -> area(search, horizon))),
        frontDistance(searches),
        target(searches),
        curves.of(arm),
        sample(results, ArmResult.SearchResult::epochs).mean(),
        sample(results, ArmResult.SearchResult::seconds).mean());
  }

  private double area(ScoredSearch search, double horizon) {
    return search.failed() ? search.score() : search.trajectory().mean(horizon, problem.lowest());
  }

  private @Nullable Estimate simpleRegret(Estimate mean) {
    Double optimum = problem.problem().optimum();
    return optimum == null
        ? null
        : new Estimate(optimum - mean.value(), optimum - mean.high(), optimum - mean.low());
  }

  private @Nullable Estimate relativeImprovement(Estimate mean) {
    Double average = problem.problem().average();
    if (average == null || average == 0) {
      return null;
    }
    double unit = Math.abs(average) / 100;
    return new Estimate(
        (mean.value() - average) / unit,
        (mean.low() - average) / unit,
        (mean.high() - average) / unit);
  }

  private @Nullable Estimate frontDistance(List<ScoredSearch> searches) {
    List<Double> distances =
        searches.stream().map(ScoredSearch::frontDistance).filter(Objects::nonNull).toList();
    return distances.isEmpty() ? null : mean(sample(distances, Double::doubleValue));
  }

  private ArmResult.@Nullable TimeToTarget target(List<ScoredSearch> searches) {
    Double target = protocol.target();
    if (target == null) {
      return null;
    }
    double[] costs =
        searches.stream()
            .mapToDouble(
                search ->
                    search.failed() ? Double.POSITIVE_INFINITY : search.trajectory().costTo(target))
            .sorted()
            .toArray();
    int reached = 0;
    for (double cost : costs) {
      reached += Double.isFinite(cost) ? 1 : 0;
    }
    return new ArmResult.TimeToTarget(reached, costs.length, costs[(costs.length - 1) / 2]);
  }

  private Estimate mean(Sample sample) {
    return estimate(sample.mean(), bootstrap.interval(sample, Resample::mean));
  }

  private static Estimate estimate(double value, ConfidenceInterval interval) {
    return new Estimate(value, interval.low(), interval.high());
  }

  private static <T> Sample sample(List<T> items, ToDoubleFunction<T> value) {
    return Sample.of(items.stream().mapToDouble(value).toArray());
  }
}
