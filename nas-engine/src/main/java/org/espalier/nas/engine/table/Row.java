package org.espalier.nas.engine.table;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.espalier.nas.api.trial.Measurement;

/**
 * Results of a trial of an architecture.
 *
 * @param measurements measurements in the order of the epochs
 * @param failure the failure after the measurements; empty if there is none
 */
record Row(List<Measurement> measurements, Optional<TableFailure> failure) {

  /** The value of a trial, chosen from those of several seeds. */
  private interface SeedChoice {
    /** Returns the value of a metric at a point; NaN if no seed was measured there. */
    double of(int point, int metric);
  }

  /**
   * Returns the results of one seed, drawn by the seed of a trial. A value that it lacks is that of
   * another seed, drawn from those that were measured.
   */
  static Row of(BenchmarkTable table, int architecture, SeedDraw draw) {
    int drawn = draw.among(table.definition().seeds());
    if (table.failure(architecture, drawn).isPresent()) {
      return failed(table, architecture, drawn);
    }
    int[] sound = sound(table, architecture);
    return of(
        table,
        (point, metric) -> {
          double value = table.value(architecture, drawn, point, metric);
          if (!Double.isNaN(value)) {
            return value;
          }
          double[] others = values(table, architecture, sound, point, metric);
          return others.length == 0 ? Double.NaN : others[draw.among(others.length, point)];
        });
  }

  /**
   * Returns the means over the seeds that were measured, without those that failed; the first
   * seed's failure if all failed.
   */
  static Row mean(BenchmarkTable table, int architecture) {
    int[] sound = sound(table, architecture);
    return sound.length == 0
        ? failed(table, architecture, 0)
        : of(
            table,
            (point, metric) ->
                DoubleStream.of(values(table, architecture, sound, point, metric))
                    .average()
                    .orElse(Double.NaN));
  }

  private static Row failed(BenchmarkTable table, int architecture, int seed) {
    return new Row(table.measurements(architecture, seed), table.failure(architecture, seed));
  }

  /** Returns the seeds whose trainings did not fail. */
  private static int[] sound(BenchmarkTable table, int architecture) {
    return IntStream.range(0, table.definition().seeds())
        .filter(seed -> table.failure(architecture, seed).isEmpty())
        .toArray();
  }

  /** Returns the values of the seeds that were measured. */
  private static double[] values(
      BenchmarkTable table, int architecture, int[] seeds, int point, int metric) {
    return IntStream.of(seeds)
        .mapToDouble(seed -> table.value(architecture, seed, point, metric))
        .filter(value -> !Double.isNaN(value))
        .toArray();
  }

  private static Row of(BenchmarkTable table, SeedChoice choice) {
    TableDefinition definition = table.definition();
    List<Measurement> measurements = new ArrayList<>();
    for (int point = 1; point <= definition.measured().size(); point++) {
      Map<String, Double> metrics = new TreeMap<>();
      for (int metric = 0; metric < definition.metrics().size(); metric++) {
        double value = choice.of(point, metric);
        if (!Double.isNaN(value)) {
          metrics.put(definition.metrics().get(metric), value);
        }
      }
      if (!metrics.isEmpty()) {
        measurements.add(new Measurement(definition.measured().get(point - 1), metrics));
      }
    }
    return new Row(measurements, Optional.empty());
  }
}
