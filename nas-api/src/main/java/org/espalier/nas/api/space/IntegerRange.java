package org.espalier.nas.api.space;

import static org.apiguardian.api.API.Status.MAINTAINED;

import org.apiguardian.api.API;

/**
 * The whole numbers {@code low, low + step, …} up to and including {@code high}.
 *
 * @param low the smallest value
 * @param high the largest value; it need not be reached by the steps
 * @param step the distance between neighbours, positive
 * @param scale how the range is divided; {@link Scale#LOG} needs a positive {@code low}
 */
@API(status = MAINTAINED, since = "0.1")
public record IntegerRange(long low, long high, long step, Scale scale) implements Domain {

  /** Checks the range. */
  public IntegerRange {
    if (low > high) {
      throw new IllegalArgumentException(
          "low (" + low + ") must not be above high (" + high + ").");
    }
    if (high - low < 0 || high - low == Long.MAX_VALUE) {
      throw new IllegalArgumentException(
          "low (" + low + ") and high (" + high + ") are too far apart to be counted.");
    }
    if (step <= 0) {
      throw new IllegalArgumentException("step (" + step + ") must be positive.");
    }
    if (scale == Scale.LOG && low <= 0) {
      throw new IllegalArgumentException("low (" + low + ") of a log range must be positive.");
    }
  }

  /** The number of values. */
  public long size() {
    return (high - low) / step + 1;
  }

  /** Whether {@code value} is one of the values. */
  public boolean contains(long value) {
    return value >= low && value <= high && (value - low) % step == 0;
  }
}
