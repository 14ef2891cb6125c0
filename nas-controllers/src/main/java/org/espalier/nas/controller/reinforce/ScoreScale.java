package org.espalier.nas.controller.reinforce;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.OptionalDouble;

/**
 * The rewards between which the predictor's scores lie.
 *
 * <p>Rewards are often close together, for instance accuracies near 1. On such targets a sigmoid
 * saturates and cannot distinguish them, so that unless the settings fix the scale it is fitted
 * once, to the first rewards: their mean is scored 0.5.
 *
 * @param low the reward whose score is 0
 * @param high the reward whose score is 1
 * @param fitted true if the scale no longer changes
 */
record ScoreScale(double low, double high, boolean fitted) {
  /** The number of standard deviations of the first rewards between the middle and either end. */
  private static final double DEVIATIONS = 4;

  private static final double NARROWEST = 1e-3;

  static ScoreScale of(ReinforceSettings settings) {
    Double low = settings.scoreLow();
    Double high = settings.scoreHigh();
    boolean fixed =
        low != null || high != null || settings.variant() == ReinforceSettings.Variant.AS_PUBLISHED;
    return new ScoreScale(low == null ? 0 : low, high == null ? 1 : high, fixed);
  }

  /**
   * Returns the scale after a batch: fitted to its rewards unless it is fixed or fitted already.
   */
  ScoreScale informedBy(List<OptionalDouble> rewards) {
    double[] told = rewards.stream().flatMapToDouble(OptionalDouble::stream).toArray();
    if (fitted || told.length < 2) {
      return this;
    }
    double mean = Returns.mean(told);
    double half = Math.max(NARROWEST, DEVIATIONS * Returns.deviation(told, mean));
    return new ScoreScale(mean - half, mean + half, true);
  }

  /** Returns the score of a reward, in [0, 1]. */
  double score(double reward) {
    return Math.max(0, Math.min(1, (reward - low) / (high - low)));
  }

  /** Returns the reward that a score stands for. */
  double reward(double score) {
    return low + score * (high - low);
  }

  void write(DataOutputStream out) throws IOException {
    out.writeDouble(low);
    out.writeDouble(high);
    out.writeBoolean(fitted);
  }

  static ScoreScale read(DataInputStream in) throws IOException {
    return new ScoreScale(in.readDouble(), in.readDouble(), in.readBoolean());
  }
}
