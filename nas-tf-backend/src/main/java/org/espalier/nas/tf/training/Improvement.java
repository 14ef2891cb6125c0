package org.espalier.nas.tf.training;

import org.espalier.nas.api.NasException;
import org.espalier.nas.api.trial.Measurement;

/** A tracker of the best value of a metric over the epochs. */
final class Improvement {
  private final String metric;
  private final boolean lowerIsBetter;
  private final double minDelta;
  private double best;
  private int bestEpoch;
  private int latestEpoch;

  Improvement(String metric, boolean lowerIsBetter, double minDelta) {
    this.metric = metric;
    this.lowerIsBetter = lowerIsBetter;
    this.minDelta = minDelta;
  }

  /**
   * Records the measurement of the next epoch.
   *
   * @return true if it is better than all before it
   */
  boolean observe(Measurement measurement) {
    latestEpoch = measurement.step();
    double value =
        measurement
            .metric(metric)
            .orElseThrow(() -> new NasException("The metric " + metric + " was not measured."));
    double gain = lowerIsBetter ? best - value : value - best;
    if (bestEpoch == 0 || gain > minDelta) {
      best = value;
      bestEpoch = latestEpoch;
      return true;
    }
    return false;
  }

  /** Returns the number of epochs since the best one. */
  int epochsWithout() {
    return latestEpoch - bestEpoch;
  }

  /** Returns the best epoch, counted from 1; 0 before the first. */
  int bestEpoch() {
    return bestEpoch;
  }
}
