package org.espalier.nas.api.space;

import static org.apiguardian.api.API.Status.MAINTAINED;

import org.apiguardian.api.API;

/**
 * The real numbers from {@code low} to {@code high}, both included.
 *
 * @param low the smallest value, finite
 * @param high the largest value, finite
 * @param scale how the range is divided; {@link Scale#LOG} needs a positive {@code low}
 */
@API(status = MAINTAINED, since = "0.1")
public record RealRange(double low, double high, Scale scale) implements Domain {

  /** Checks the range. */
  public RealRange {
    if (!Double.isFinite(low) || !Double.isFinite(high) || low > high) {
      throw new IllegalArgumentException(
          "low (" + low + ") and high (" + high + ") must be finite, low not above high.");
    }
    if (scale == Scale.LOG && low <= 0) {
      throw new IllegalArgumentException("low (" + low + ") of a log range must be positive.");
    }
  }

  /** Whether {@code value} lies in the range. */
  public boolean contains(double value) {
    return value >= low && value <= high;
  }
}
