package org.espalier.nas.engine.table;

import java.util.ArrayList;
import java.util.Collections;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.espalier.nas.api.evaluation.Direction;
import org.espalier.nas.engine.metric.Goal;

/**
 * Values without noise: means over the seeds that were measured after the last epoch.
 *
 * <p>Seeds whose training failed are left out; an architecture that always failed has no values.
 */
final class TableTruth {
  private final List<Map<String, Double>> means;
  private final Map<String, Double> optimum;
  private final Map<String, Double> average;
  private final Map<String, Double> noise;

  private TableTruth(List<Map<String, Double>> means, Map<String, Double> noise) {
    this.means = means;
    this.noise = noise;
    this.optimum = optimum(IntStream.range(0, means.size()));
    this.average = average(IntStream.range(0, means.size()));
  }

  static TableTruth of(BenchmarkTable table) {
    List<String> names = table.definition().metrics();
    int architectures = table.architectures().size();
    List<Map<String, Double>> means = new ArrayList<>();
    for (int architecture = 0; architecture < architectures; architecture++) {
      means.add(new TreeMap<>());
    }
    Map<String, Double> noise = new TreeMap<>();
    for (int metric = 0; metric < names.size(); metric++) {
      double squares = 0;
      int degrees = 0;
      for (int architecture = 0; architecture < architectures; architecture++) {
        double[] values = last(table, architecture, metric);
        if (values.length > 0) {
          double mean = IntStream.range(0, values.length).mapToDouble(i -> values[i]).sum();
          mean /= values.length;
          means.get(architecture).put(names.get(metric), mean);
          for (double value : values) {
            squares += (value - mean) * (value - mean);
          }
          degrees += values.length - 1;
        }
      }
      if (degrees > 0) {
        noise.put(names.get(metric), Math.sqrt(squares / degrees));
      }
    }
    return new TableTruth(
        means.stream().map(Collections::unmodifiableMap).toList(),
        Collections.unmodifiableMap(noise));
  }

  /** Returns the last values of a metric, one for each seed whose training did not fail. */
  private static double[] last(BenchmarkTable table, int architecture, int metric) {
    return IntStream.range(0, table.definition().seeds())
        .filter(seed -> table.failure(architecture, seed).isEmpty())
        .mapToDouble(
            seed -> table.value(architecture, seed, table.definition().measured().size(), metric))
        .filter(value -> !Double.isNaN(value))
        .toArray();
  }

  /** Returns the mean of each metric over the seeds. */
  Map<String, Double> of(int architecture) {
    return means.get(architecture);
  }

  /** Returns the best mean of each metric whose name states a direction. */
  Map<String, Double> optimum() {
    return optimum;
  }

  /** Returns the best mean of each metric over these architectures. */
  Map<String, Double> optimum(IntStream architectures) {
    Map<String, Double> best = new TreeMap<>();
    architectures.forEach(
        architecture ->
            means
                .get(architecture)
                .forEach(
                    (name, value) ->
                        Goal.named(name)
                            .ifPresent(
                                direction ->
                                    best.merge(
                                        name,
                                        value,
                                        direction == Direction.MINIMIZE ? Math::min : Math::max))));
    return Collections.unmodifiableMap(best);
  }

  /**
   * Returns the mean of each metric over these architectures, repeated ones as often as they occur;
   * those without values are left out.
   */
  Map<String, Double> average(IntStream architectures) {
    Map<String, DoubleSummaryStatistics> sums = new TreeMap<>();
    architectures.forEach(
        architecture ->
            means
                .get(architecture)
                .forEach(
                    (name, value) ->
                        sums.computeIfAbsent(name, unused -> new DoubleSummaryStatistics())
                            .accept(value)));
    Map<String, Double> averages = new TreeMap<>();
    sums.forEach((name, sum) -> averages.put(name, sum.getAverage()));
    return Collections.unmodifiableMap(averages);
  }

  /** Returns the mean of each metric over all architectures. */
  Map<String, Double> average() {
    return average;
  }

  /**
   * The standard deviation of a single seed's value around the mean of its architecture, pooled
   * over the architectures, for each metric; none with a single seed.
   */
  Map<String, Double> noise() {
    return noise;
  }
}
