package org.espalier.nas.api.space;

import static org.apiguardian.api.API.Status.MAINTAINED;

import org.apiguardian.api.API;

/**
 * The division of a numeric range for sampling and encoding.
 *
 * <p>Logarithms and powers are those of {@link StrictMath}, which gives the same results on every
 * machine.
 */
@API(status = MAINTAINED, since = "0.1")
public enum Scale {
  /** Equal differences are equally likely. */
  LINEAR {
    @Override
    public double position(double value) {
      return value;
    }

    @Override
    public double value(double position) {
      return position;
    }
  },
  /** Equal ratios are equally likely; the range must be positive. */
  LOG {
    @Override
    public double position(double value) {
      return StrictMath.log(value);
    }

    @Override
    public double value(double position) {
      return StrictMath.exp(position);
    }
  };

  /** Returns the position of a value on this scale: the value itself, or its logarithm. */
  public abstract double position(double value);

  /** Returns the value at a position, the inverse of {@link #position}. */
  public abstract double value(double position);

  /**
   * Returns the value at a share of the way from one value to another.
   *
   * @param low the value at share 0
   * @param high the value at share 1, not below {@code low}
   * @param share the share of the way on this scale, clamped to [0, 1]
   * @return a value from {@code low} to {@code high}; exact at both ends
   */
  public double between(double low, double high, double share) {
    if (share <= 0 || share >= 1) {
      return share <= 0 ? low : high;
    }
    double from = position(low);
    return Math.max(low, Math.min(high, value(from + share * (position(high) - from))));
  }

  /**
   * Returns the relative position of a value between two others; the inverse of {@link #between}.
   *
   * @param low the value at share 0
   * @param high the value at share 1
   * @param value the value to locate
   * @return a number in [0, 1] if the value lies between the two; 0 if they are equal
   */
  public double share(double low, double high, double value) {
    double from = position(low);
    double to = position(high);
    return from == to ? 0 : (position(value) - from) / (to - from);
  }
}
