package org.espalier.nas.api.space;

import static org.apiguardian.api.API.Status.MAINTAINED;

import java.util.OptionalLong;
import java.util.function.Function;
import org.apiguardian.api.API;

/**
 * The real numbers from {@code low} to {@code high}, both included.
 *
 * @param low the smallest value, finite
 * @param high the largest value, finite
 * @param scale the division of the range; {@link Scale#LOG} needs a positive {@code low}
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

  /** Returns true if {@code value} lies in the range. */
  public boolean contains(double value) {
    return value >= low && value <= high;
  }

  /** Returns the value of the range nearest to a number: the number itself, or the nearer end. */
  public double nearest(double number) {
    return Math.max(low, Math.min(high, number));
  }

  /**
   * Returns the value below which a share of all draws lies.
   *
   * @param share the share, in [0, 1]
   */
  public double quantile(double share) {
    return scale.between(low, high, share);
  }

  @Override
  public OptionalLong count() {
    return OptionalLong.empty();
  }

  @Override
  public boolean isNumeric() {
    return true;
  }

  @Override
  public boolean isOrdered() {
    return true;
  }

  @Override
  public double lowest() {
    return low;
  }

  @Override
  public double highest() {
    return high;
  }

  @Override
  public boolean contains(Choice choice) {
    return choice instanceof Choice.Real real && contains(real.value());
  }

  @Override
  public <T> T fold(
      Function<? super Categorical, ? extends T> options,
      Function<? super IntegerRange, ? extends T> integers,
      Function<? super RealRange, ? extends T> reals) {
    return reals.apply(this);
  }
}
