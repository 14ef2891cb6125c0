package org.espalier.nas.engine.table;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.espalier.nas.api.trial.Measurement;

/**
 * What a trial of an architecture gets.
 *
 * @param measurements from the first epoch
 * @param failure why it fails after them; empty if it does not
 */
record Row(List<Measurement> measurements, Optional<TableFailure> failure) {

  /** The results of one seed. */
  static Row of(BenchmarkTable table, int architecture, int seed) {
    return new Row(table.measurements(architecture, seed), table.failure(architecture, seed));
  }

  /**
   * The means over the seeds whose training did not fail, as far as all of them measured; the first
   * seed's failure if all failed.
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
