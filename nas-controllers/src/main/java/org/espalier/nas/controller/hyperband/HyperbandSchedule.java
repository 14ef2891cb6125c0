package org.espalier.nas.controller.hyperband;

import java.util.ArrayList;
import java.util.List;

/**
 * The brackets of one iteration of Hyperband, from the one that reduces its trials most often to
 * the one that never does.
 *
 * @param brackets in the order in which they begin
 */
public record HyperbandSchedule(List<Bracket> brackets) {

  /** Copies the list. */
  public HyperbandSchedule {
    brackets = List.copyOf(brackets);
  }

  /**
   * Returns the schedule for a maximum of R epochs and a factor η.
   *
   * @param maxEpochs R, positive
   * @param minEpochs minimum epochs of a trial, from 1 to R
   * @param factor η, at least 2
   * @param rounding rule that rounds the numbers
   */
  public static HyperbandSchedule of(int maxEpochs, int minEpochs, int factor, Rounding rounding) {
    int most = thinnings(maxEpochs, minEpochs, factor);
    List<Bracket> brackets = new ArrayList<>();
    for (int s = most; s >= 0; s--) {
      List<Rung> rungs = new ArrayList<>();
      for (int i = 0; i <= s; i++) {
        long trials = trials(maxEpochs, factor, rounding, most, s, i);
        long reduced = power(factor, s - i);
        long epochs =
            rounding == Rounding.KERAS_TUNER
                ? ceilDiv(maxEpochs, reduced)
                : Math.max(minEpochs, (2L * maxEpochs + reduced) / (2 * reduced));
        if (trials > 0) {
          rungs.add(new Rung(Math.toIntExact(trials), Math.toIntExact(epochs)));
        }
      }
      brackets.add(new Bracket(s, rungs));
    }
    return new HyperbandSchedule(brackets);
  }

  /**
   * Returns the largest s with minEpochs·η^s ≤ maxEpochs, in integer arithmetic because log_3 81
   * must be 4.
   */
  private static int thinnings(int maxEpochs, int minEpochs, int factor) {
    int thinnings = 0;
    for (long epochs = (long) minEpochs * factor; epochs <= maxEpochs; epochs *= factor) {
      thinnings++;
    }
    return thinnings;
  }

  private static long trials(int maxEpochs, int factor, Rounding rounding, int most, int s, int i) {
    return switch (rounding) {
      case PAPER -> ceilDiv((most + 1) * power(factor, s), s + 1) / power(factor, i);
      case BOOK -> (most + 1) / (s + 1) * power(factor, s - i);
      case KERAS_TUNER -> ceilDiv((1 + ceilLog(maxEpochs, factor)) * power(factor, s - i), s + 1);
    };
  }

  private static long ceilLog(int value, int base) {
    long exponent = 0;
    for (long power = 1; power < value; power *= base) {
      exponent++;
    }
    return exponent;
  }

  private static long ceilDiv(long dividend, long divisor) {
    return (dividend + divisor - 1) / divisor;
  }

  private static long power(int base, int exponent) {
    long power = 1;
    for (int i = 0; i < exponent; i++) {
      power = Math.multiplyExact(power, base);
    }
    return power;
  }
}
