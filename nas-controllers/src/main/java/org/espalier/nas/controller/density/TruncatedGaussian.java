package org.espalier.nas.controller.density;

import java.util.random.RandomGenerator;
import org.espalier.nas.api.space.Choice;
import org.espalier.nas.api.space.Decision;
import org.espalier.nas.controller.density.PlacedChoice.Interval;

/** A normal distribution truncated to the domain asked. */
public final class TruncatedGaussian implements Marginal {
  private static final double LOG_ROOT_OF_TWO_PI = 0.5 * StrictMath.log(2 * Math.PI);

  /** Below this mass the truncated distribution is as good as flat where it is not zero. */
  private static final double TAIL = 1e-12;

  private final NumericAxis axis;
  private final double mean;
  private final double deviation;
  private final Interval usual;
  private final double usualMass;
  private final double usualLogMass;

  /**
   * Creates the distribution.
   *
   * @param axis the axis of the coordinates
   * @param mean a coordinate
   * @param deviation the standard deviation before truncation, positive
   */
  public TruncatedGaussian(NumericAxis axis, double mean, double deviation) {
    this.axis = axis;
    this.mean = mean;
    this.deviation = deviation;
    this.usual = axis.range();
    this.usualMass = mass(usual);
    this.usualLogMass = StrictMath.log(deviation * usualMass);
  }

  /** {@return the standard deviation before truncation} */
  public double deviation() {
    return deviation;
  }

  @Override
  public double logDensity(PlacedChoice answer) {
    boolean isUsual = answer.range().equals(usual);
    double whole = isUsual ? usualMass : mass(answer.range());
    if (whole < TAIL) {
      double width = answer.range().width();
      return width == 0 ? 0 : StrictMath.log(Math.max(answer.cell().width(), TAIL) / width);
    }
    if (answer.cell().width() > 0) {
      return StrictMath.log(Math.max(mass(answer.cell()), Double.MIN_NORMAL) / whole);
    }
    double z = (answer.value() - mean) / deviation;
    double logMass = isUsual ? usualLogMass : StrictMath.log(deviation * whole);
    return -0.5 * z * z - LOG_ROOT_OF_TWO_PI - logMass;
  }

  private double mass(Interval interval) {
    return Normal.mass((interval.low() - mean) / deviation, (interval.high() - mean) / deviation);
  }

  @Override
  public Choice draw(Decision asked, RandomGenerator random) {
    Interval range = axis.range(asked.domain());
    double low = (range.low() - mean) / deviation;
    double high = (range.high() - mean) / deviation;
    double share = random.nextDouble();
    double drawn =
        Normal.mass(low, high) < TAIL
            ? range.low() + share * range.width()
            : mean + deviation * Normal.quantileWithin(low, high, share);
    return axis.nearest(asked, Math.max(range.low(), Math.min(range.high(), drawn)));
  }
}
