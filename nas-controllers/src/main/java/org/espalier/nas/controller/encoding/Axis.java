package org.espalier.nas.controller.encoding;

import java.util.Comparator;
import java.util.Objects;
import java.util.Optional;
import org.espalier.nas.api.space.Categorical;
import org.espalier.nas.api.space.Choice;
import org.espalier.nas.api.space.Decision;
import org.espalier.nas.api.space.Domain;
import org.espalier.nas.api.space.IntegerRange;
import org.espalier.nas.api.space.RealRange;
import org.espalier.nas.api.space.Scale;

/**
 * One coordinate of encoded architectures.
 *
 * @param decision what it stands for, with nothing masked
 */
public record Axis(Decision decision) {

  /** Checks that the decision is there. */
  public Axis {
    Objects.requireNonNull(decision);
  }

  /** {@return whether the coordinate is an index whose distance to another means nothing} */
  public boolean unordered() {
    return decision.domain() instanceof Categorical categorical && !categorical.ordered();
  }

  /** {@return the number of values that differ; {@link Long#MAX_VALUE} for a real range} */
  public long values() {
    Domain domain = decision.domain();
    if (domain instanceof Categorical categorical) {
      return categorical.options().size();
    }
    return domain instanceof IntegerRange range ? range.size() : Long.MAX_VALUE;
  }

  /**
   * The coordinate of an answer.
   *
   * @param choice an answer to this decision
   * @return in [0, 1], or an index if the axis is {@link #unordered}
   */
  public double coordinate(Choice choice) {
    if (choice instanceof Choice.Option option) {
      int last = ((Categorical) decision.domain()).options().size() - 1;
      return unordered() ? option.index() : last == 0 ? 0 : (double) option.index() / last;
    }
    return choice instanceof Choice.Whole whole
        ? unit((double) whole.value())
        : unit(((Choice.Real) choice).value());
  }

  private double unit(double value) {
    double low = scaled(low());
    double high = scaled(high());
    return low == high ? 0 : (scaled(value) - low) / (high - low);
  }

  /**
   * The valid answer nearest to a coordinate.
   *
   * @param asked this decision, possibly with something masked
   * @param coordinate as {@link #coordinate} gives it, possibly outside of the range
   * @return empty if the coordinate is inactive, or is an index that is not allowed
   */
  Optional<Choice> nearest(Decision asked, double coordinate) {
    if (Encoding.isInactive(coordinate)) {
      return Optional.empty();
    }
    Domain domain = asked.domain();
    if (domain instanceof Categorical categorical) {
      return option(categorical, coordinate).map(asked::choose);
    }
    if (domain instanceof IntegerRange range) {
      double steps = (value(coordinate) - (double) range.low()) / (double) range.step();
      long index = Math.max(0, Math.min(range.size() - 1, Math.round(steps)));
      return Optional.of(new Choice.Whole(asked.name(), range.low() + range.step() * index));
    }
    RealRange range = (RealRange) domain;
    double value = Math.max(range.low(), Math.min(range.high(), value(coordinate)));
    return Optional.of(new Choice.Real(asked.name(), value));
  }

  private Optional<Integer> option(Categorical asked, double coordinate) {
    if (unordered()) {
      int index = (int) Math.round(coordinate);
      return Optional.of(index).filter(asked::allows);
    }
    double rank = coordinate * (asked.options().size() - 1);
    return asked.allowed().stream()
        .min(Comparator.comparingDouble(index -> Math.abs(index - rank)));
  }

  private double value(double coordinate) {
    double value = scaled(low()) + coordinate * (scaled(high()) - scaled(low()));
    return scale() == Scale.LOG ? StrictMath.exp(value) : value;
  }

  private double scaled(double value) {
    return scale() == Scale.LOG ? StrictMath.log(value) : value;
  }

  private Scale scale() {
    return decision.domain() instanceof IntegerRange range
        ? range.scale()
        : ((RealRange) decision.domain()).scale();
  }

  private double low() {
    return decision.domain() instanceof IntegerRange range
        ? (double) range.low()
        : ((RealRange) decision.domain()).low();
  }

  private double high() {
    return decision.domain() instanceof IntegerRange range
        ? (double) range.high()
        : ((RealRange) decision.domain()).high();
  }
}
