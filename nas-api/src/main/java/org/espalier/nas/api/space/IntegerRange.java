package org.espalier.nas.api.space;

import static org.apiguardian.api.API.Status.MAINTAINED;

import java.util.OptionalLong;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import org.apiguardian.api.API;

/**
 * The integers {@code low, low + step, …} up to and including {@code high}.
 *
 * @param low the smallest value
 * @param high the upper bound; the steps need not reach it
 * @param step the distance between neighbours, positive
 * @param scale the division of the range; {@link Scale#LOG} needs a positive {@code low}
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

  /** Returns the number of values. */
  public long size() {
    return (high - low) / step + 1;
  }

  /** Returns true if {@code value} is one of the values. */
  public boolean contains(long value) {
    return value >= low && value <= high && (value - low) % step == 0;
  }

  /**
   * Returns a value by its position.
   *
   * @param position from 0; positions outside the range are clamped to it
   */
  public long at(long position) {
    return low + step * Math.max(0, Math.min(size() - 1, position));
  }

  /** Returns the value nearest to a number, which may lie outside the range. */
  public long nearest(double number) {
    return at(Math.round((number - (double) low) / (double) step));
  }

  /**
   * Returns the value below which a share of all draws lies. On a log scale each value has the
   * share from itself to the next one.
   *
   * @param share the share, in [0, 1]
   */
  public long quantile(double share) {
    double position =
        scale == Scale.LINEAR
            ? share * (double) size()
            : (scale.between((double) low, (double) high + 1, share) - (double) low)
                / (double) step;
    return at((long) Math.floor(position));
  }

  /** Draws a value, uniformly on the scale. */
  long sample(RandomGenerator random) {
    return scale == Scale.LINEAR ? at(random.nextLong(size())) : quantile(random.nextDouble());
  }

  @Override
  public OptionalLong count() {
    return OptionalLong.of(size());
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
    return (double) low;
  }

  @Override
  public double highest() {
    return (double) at(size() - 1);
  }

  @Override
  public boolean contains(Choice choice) {
    return choice instanceof Choice.Whole whole && contains(whole.value());
  }

  @Override
  public <T> T fold(
      Function<? super Categorical, ? extends T> options,
      Function<? super IntegerRange, ? extends T> integers,
      Function<? super RealRange, ? extends T> reals) {
    return integers.apply(this);
  }
}
