package org.espalier.nas.engine.table;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.espalier.nas.api.trial.Measurement;

/**
 * Results of a trial of an architecture.
 *
 * @param measurements measurements from the first epoch
 * @param failure the failure after the measurements; empty if there is none
 */
record Row(List<Measurement> measurements, Optional<TableFailure> failure) {

  /** Returns the results of one seed. */
  static Row of(BenchmarkTable table, int architecture, int seed) {
    return new Row(table.measurements(architecture, seed), table.failure(architecture, seed));
  }

  /**
   * Returns the means over the seeds without failures, for the epochs that all of them measured;
   * the first seed's failure if all failed.
   */
  static Row mean(BenchmarkTable table, int architecture) {
    int[] seeds =
        IntStream.range(0, table.definition().seeds())
            .filter(seed -> table.failure(architecture, seed).isEmpty())
            .toArray();
    if (seeds.length == 0) {
      return of(table, architecture, 0);
    }
    int epochs =
        IntStream.of(seeds).map(seed -> table.epochs(architecture, seed)).min().orElseThrow();
    List<Measurement> means = new ArrayList<>();
    for (int epoch = 1; epoch <= epochs; epoch++) {
      Map<String, Double> metrics = new TreeMap<>();
      for (int metric = 0; metric < table.definition().metrics().size(); metric++) {
        double sum = 0;
        for (int seed : seeds) {
          sum += table.value(architecture, seed, epoch, metric);
        }
        if (!Double.isNaN(sum)) {
          metrics.put(table.definition().metrics().get(metric), sum / seeds.length);
        }
      }
      means.add(new Measurement(epoch, metrics));
    }
    return new Row(means, Optional.empty());
  }
}
