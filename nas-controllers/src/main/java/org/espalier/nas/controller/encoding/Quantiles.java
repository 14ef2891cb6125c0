package org.espalier.nas.controller.encoding;

import java.util.List;
import org.espalier.nas.api.space.Categorical;
import org.espalier.nas.api.space.Choice;
import org.espalier.nas.api.space.Decision;
import org.espalier.nas.api.space.Domain;
import org.espalier.nas.api.space.IntegerRange;
import org.espalier.nas.api.space.RealRange;
import org.espalier.nas.api.space.Scale;

/** Answers at a quantile of the distribution in which a space draws them. */
final class Quantiles {

  private Quantiles() {}

  /**
   * The answer below which a share of all answers lies.
   *
   * @param asked with what is invalid masked
   * @param unit the share, in [0, 1)
   */
  static Choice answer(Decision asked, double unit) {
    Domain domain = asked.domain();
    if (domain instanceof Categorical categorical) {
      List<Integer> allowed = categorical.allowed();
      return asked.choose(allowed.get((int) Math.min(allowed.size() - 1, unit * allowed.size())));
    }
    if (domain instanceof IntegerRange range) {
      return new Choice.Whole(asked.name(), whole(range, unit));
    }
    RealRange range = (RealRange) domain;
    double value = interpolate(range.low(), range.high(), range.scale(), unit);
    return new Choice.Real(asked.name(), Math.max(range.low(), Math.min(range.high(), value)));
  }

  /** As in sampling, each value of a log range has its share up to the next one. */
  private static long whole(IntegerRange range, double unit) {
    double index =
        range.scale() == Scale.LINEAR
            ? unit * (double) range.size()
            : (interpolate((double) range.low(), (double) range.high() + 1, Scale.LOG, unit)
                    - (double) range.low())
                / (double) range.step();
    return range.low()
        + range.step() * Math.max(0, Math.min(range.size() - 1, (long) Math.floor(index)));
  }

  private static double interpolate(double low, double high, Scale scale, double unit) {
    return scale == Scale.LOG
        ? StrictMath.exp(StrictMath.log(low) + unit * (StrictMath.log(high) - StrictMath.log(low)))
        : low + unit * (high - low);
  }
}
