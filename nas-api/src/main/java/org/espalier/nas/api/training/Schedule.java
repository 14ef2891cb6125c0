package org.espalier.nas.api.training;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import java.util.Objects;
import org.apiguardian.api.API;
import org.espalier.nas.api.InvalidSettingException;
import org.espalier.nas.api.plugin.Default;
import org.espalier.nas.api.plugin.Description;
import org.espalier.nas.api.plugin.Range;
import org.espalier.nas.api.plugin.SettingRanges;

/**
 * How the step size η changes with the iteration i, counted from 0 over batches.
 *
 * @param type which formula
 * @param decay of {@code time-decay}: η/(1 + decay·i); of {@code exponential}: η·decay^(i/steps)
 * @param steps of {@code exponential}: iterations per factor; of {@code cosine}: iterations until
 *     the floor
 * @param floor of {@code cosine}: the share of η that remains
 */
@API(status = EXPERIMENTAL, since = "0.1")
public record Schedule(
    @Default("constant") @Description("Which formula.") Type type,
    @Default("0") @Description("Decay of time-decay; factor of exponential.") @Range("[0, inf)")
        double decay,
    @Default("1000") @Description("Iterations of exponential and cosine.") @Range("[1, inf)")
        int steps,
    @Default("0") @Description("Share of the step size that cosine ends at.") @Range("[0, 1]")
        double floor) {

  /** The formulas. */
  public enum Type {
    /** η. */
    CONSTANT,
    /** η / (1 + decay·i). */
    TIME_DECAY,
    /** η · decay^(i / steps). */
    EXPONENTIAL,
    /**
     * η · (floor + (1 − floor)·(1 + cos(π·min(i, steps)/steps))/2) (Loshchilov &amp; Hutter 2017).
     */
    COSINE
  }

  /** Checks the ranges. */
  public Schedule {
    Objects.requireNonNull(type);
    SettingRanges.check(Schedule.class, type, decay, steps, floor);
    if (type == Type.EXPONENTIAL && decay == 0) {
      throw new InvalidSettingException(
          "decay", "decay (0) of an exponential schedule must be positive, usually below 1.");
    }
  }

  /** The schedule that never changes. */
  public static Schedule constant() {
    return new Schedule(Type.CONSTANT, 0, 1000, 0);
  }

  /** The step size of an iteration, as a factor of η. */
  public double factor(long iteration) {
    return switch (type) {
      case CONSTANT -> 1;
      case TIME_DECAY -> 1 / (1 + decay * (double) iteration);
      case EXPONENTIAL -> StrictMath.pow(decay, (double) iteration / steps);
      case COSINE -> {
        double progress = (double) Math.min(iteration, steps) / steps;
        yield floor + (1 - floor) * (1 + StrictMath.cos(Math.PI * progress)) / 2;
      }
    };
  }
}
