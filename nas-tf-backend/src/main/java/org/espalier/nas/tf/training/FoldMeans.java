package org.espalier.nas.tf.training;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.espalier.nas.api.trial.Measurement;

/**
 * The means of the metrics over folds, and their spreads: standard deviations over the folds, with
 * the number of folds less one as the divisor. A metric that some folds lack, such as the area
 * under the curve if one class is absent, is that of the other folds; a metric of one fold has no
 * spread.
 */
final class FoldMeans {
  private final Map<String, List<Double>> values = new TreeMap<>();

  /** Adds the metrics of a fold. */
  void add(Map<String, Double> metrics) {
    metrics.forEach(
        (name, value) -> values.computeIfAbsent(name, each -> new ArrayList<>()).add(value));
  }

  /** Returns the means by the metrics' names, and the spreads by these names with a suffix. */
  Map<String, Double> metrics() {
    Map<String, Double> metrics = new TreeMap<>();
    values.forEach(
        (name, all) -> {
          double mean = sum(all) / all.size();
          metrics.put(name, mean);
          if (all.size() > 1) {
            List<Double> squares =
                all.stream().map(value -> (value - mean) * (value - mean)).toList();
            metrics.put(name + Measurement.SPREAD, Math.sqrt(sum(squares) / (all.size() - 1)));
          }
        });
    return metrics;
  }

  /** Returns the sum in the order of the folds, so that equal folds give equal bits. */
  private static double sum(List<Double> values) {
    double sum = 0;
    for (double value : values) {
      sum += value;
    }
    return sum;
  }
}
