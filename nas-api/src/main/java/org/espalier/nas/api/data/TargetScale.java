package org.espalier.nas.api.data;

import static org.apiguardian.api.API.Status.MAINTAINED;

import java.util.Objects;
import org.apiguardian.api.API;

/**
 * The derivation of a regression's scaled targets, which networks learn, from the data's values.
 *
 * <p>A scaled target is {@code (y − shift) / scale}, where y is the value, or its natural logarithm
 * if the kind is {@link Kind#LOG}.
 *
 * @param kind the kind of scaling
 * @param shift subtracted from y, finite
 * @param scale the divisor applied after the shift, positive and finite
 */
@API(status = MAINTAINED, since = "0.1")
public record TargetScale(Kind kind, double shift, double scale) {

  /** The kinds of scaling of a regression's targets, fitted to the training part alone. */
  public enum Kind {
    /** Scales to mean 0 and (population) standard deviation 1. */
    STANDARDIZE,
    /** Does not scale. */
    NONE,
    /** Takes the natural logarithm, then scales to mean 0 and standard deviation 1. */
    LOG
  }

  /** Checks shift and scale. */
  public TargetScale {
    Objects.requireNonNull(kind);
    if (!(scale > 0) || !Double.isFinite(scale) || !Double.isFinite(shift)) {
      throw new IllegalArgumentException(
          "scale (%s) must be positive and finite, shift (%s) finite.".formatted(scale, shift));
    }
    if (kind == Kind.NONE && (shift != 0 || scale != 1)) {
      throw new IllegalArgumentException(
          "shift (%s) and scale (%s) of unscaled targets must be 0 and 1.".formatted(shift, scale));
    }
  }

  /** Returns the scale of targets that are used unchanged. */
  public static TargetScale none() {
    return new TargetScale(Kind.NONE, 0, 1);
  }

  /**
   * Returns the scaled target of a value.
   *
   * @param value a value in the data's units; positive if the kind is {@link Kind#LOG}
   */
  public double scaled(double value) {
    return ((kind == Kind.LOG ? StrictMath.log(value) : value) - shift) / scale;
  }

  /**
   * Returns the value of a scaled target, in the data's units; at most {@link Float#MAX_VALUE} if
   * the kind is {@link Kind#LOG}, because models predict in single precision.
   */
  public double value(double scaled) {
    double shifted = scaled * scale + shift;
    return kind == Kind.LOG ? Math.min(StrictMath.exp(shifted), Float.MAX_VALUE) : shifted;
  }

  /** Returns a typical size of differences between values, in the data's units; positive. */
  public double unit() {
    return kind == Kind.LOG ? Math.max(value(0), Double.MIN_NORMAL) : scale;
  }
}
