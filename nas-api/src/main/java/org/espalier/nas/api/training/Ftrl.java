package org.espalier.nas.api.training;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import java.util.Objects;
import org.apiguardian.api.API;
import org.espalier.nas.api.plugin.Default;
import org.espalier.nas.api.plugin.Description;
import org.espalier.nas.api.plugin.Range;

/**
 * Follow the regularized leader, proximal (McMahan et al. 2013).
 *
 * @param learningRate step size before the schedule, positive
 * @param schedule change of the step size over the iterations
 * @param initialAccumulator first value of the accumulators of squared gradients, not negative
 * @param l1 L1 strength, not negative
 * @param l2 L2 strength, not negative
 * @param clipNorm largest global norm of the gradient, which is scaled down to it; 0 for no limit
 */
@API(status = EXPERIMENTAL, since = "0.1")
public record Ftrl(
    @Default("0.001") @Description("Step size before the schedule.") @Range("(0, inf)")
        double learningRate,
    @Default("{type: constant}") @Description("Change of the step size over the iterations.")
        Schedule schedule,
    @Default("0.1")
        @Description("First value of the accumulators of squared gradients.")
        @Range("[0, inf)")
        double initialAccumulator,
    @Default("0") @Description("L1 strength.") @Range("[0, inf)") double l1,
    @Default("0") @Description("L2 strength.") @Range("[0, inf)") double l2,
    @Default("0")
        @Description("Maximum global norm of the gradient; 0 for no limit.")
        @Range("[0, inf)")
        double clipNorm)
    implements OptimizerSettings {

  /** Checks the ranges. */
  public Ftrl {
    SettingCheck.positive("learningRate", learningRate);
    Objects.requireNonNull(schedule);
    SettingCheck.notNegative("initialAccumulator", initialAccumulator);
    SettingCheck.notNegative("l1", l1);
    SettingCheck.notNegative("l2", l2);
    SettingCheck.notNegative("clipNorm", clipNorm);
  }

  /** Creates settings with the usual constants and a constant step size. */
  public Ftrl(double learningRate) {
    this(learningRate, Schedule.constant(), 0.1, 0, 0, 0);
  }

  @Override
  public int slots() {
    return 2;
  }
}
