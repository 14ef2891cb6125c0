package org.espalier.nas.api.training;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import org.apiguardian.api.API;
import org.espalier.nas.api.plugin.Default;
import org.espalier.nas.api.plugin.Description;
import org.espalier.nas.api.plugin.Range;

/** A change of the step size η with the iteration i, counted from 0 over batches. */
@API(status = EXPERIMENTAL, since = "0.1")
public sealed interface Schedule {

  /** Returns the schedule that never changes. */
  static Schedule constant() {
    return new ConstantSchedule();
  }

  /**
   * Returns the step size of an iteration as a factor of η.
   *
   * @param iteration counted from 0
   */
  double factor(long iteration);

  /** The constant schedule: η. */
  @API(status = EXPERIMENTAL, since = "0.1")
  record ConstantSchedule() implements Schedule {
    @Override
    public double factor(long iteration) {
      return 1;
    }
  }

  /**
   * Inverse time decay: η / (1 + decay·i).
   *
   * @param decay not negative
   */
  @API(status = EXPERIMENTAL, since = "0.1")
  record TimeDecaySchedule(
      @Description("Growth of the divisor with each iteration.") @Range("[0, inf)") double decay)
      implements Schedule {

    /** Checks the range. */
    public TimeDecaySchedule {
      SettingCheck.notNegative("decay", decay);
    }

    @Override
    public double factor(long iteration) {
      return 1 / (1 + decay * (double) iteration);
    }
  }

  /**
   * Exponential decay: η · decay^(i / steps).
   *
   * @param decay positive, usually below 1
   * @param steps iterations for each factor of {@code decay}, at least 1
   */
  @API(status = EXPERIMENTAL, since = "0.1")
  record ExponentialSchedule(
      @Description("Decay factor over the given number of steps, usually below 1.")
          @Range("(0, inf)")
          double decay,
      @Default("1000") @Description("Iterations for each decay factor.") @Range("[1, inf)")
          int steps)
      implements Schedule {

    /** Checks the ranges. */
    public ExponentialSchedule {
      SettingCheck.positive("decay", decay);
      SettingCheck.require(steps > 0, "steps", steps, "be positive");
    }

    @Override
    public double factor(long iteration) {
      return StrictMath.pow(decay, (double) iteration / steps);
    }
  }

  /**
   * Cosine decay to a floor: η · (floor + (1 − floor)·(1 + cos(π·min(i, steps)/steps))/2)
   * (Loshchilov &amp; Hutter 2017).
   *
   * @param steps iterations until the floor, at least 1
   * @param floor share of η that remains, in [0, 1]
   */
  @API(status = EXPERIMENTAL, since = "0.1")
  record CosineSchedule(
      @Default("1000") @Description("Iterations until the floor.") @Range("[1, inf)") int steps,
      @Default("0") @Description("Share of the step size that remains.") @Range("[0, 1]")
          double floor)
      implements Schedule {

    /** Checks the ranges. */
    public CosineSchedule {
      SettingCheck.require(steps > 0, "steps", steps, "be positive");
      SettingCheck.require(floor >= 0 && floor <= 1, "floor", floor, "lie in [0, 1]");
    }

    @Override
    public double factor(long iteration) {
      double progress = (double) Math.min(iteration, steps) / steps;
      return floor + (1 - floor) * (1 + StrictMath.cos(Math.PI * progress)) / 2;
    }
  }
}
