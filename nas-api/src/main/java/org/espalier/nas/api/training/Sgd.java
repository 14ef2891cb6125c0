package org.espalier.nas.api.training;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import java.util.Objects;
import org.apiguardian.api.API;
import org.espalier.nas.api.plugin.Default;
import org.espalier.nas.api.plugin.Description;
import org.espalier.nas.api.plugin.Range;

/**
 * Stochastic gradient descent with momentum, optionally Nesterov's.
 *
 * @param learningRate step size before the schedule, positive
 * @param schedule change of the step size over the iterations
 * @param momentum decay of the running sum of past steps, in [0, 1)
 * @param nesterov true for Nesterov's momentum, which looks one step ahead
 * @param clipNorm largest global norm of the gradient, which is scaled down to it; 0 for no limit
 */
@API(status = EXPERIMENTAL, since = "0.1")
public record Sgd(
    @Default("0.001") @Description("Step size before the schedule.") @Range("(0, inf)")
        double learningRate,
    @Default("{type: constant}") @Description("Change of the step size over the iterations.")
        Schedule schedule,
    @Default("0") @Description("Momentum.") @Range("[0, 1)") double momentum,
    @Default("false") @Description("Use Nesterov's momentum, which looks ahead.") boolean nesterov,
    @Default("0")
        @Description("Maximum global norm of the gradient; 0 for no limit.")
        @Range("[0, inf)")
        double clipNorm)
    implements OptimizerSettings {

  /** Checks the ranges. */
  public Sgd {
    SettingCheck.positive("learningRate", learningRate);
    Objects.requireNonNull(schedule);
    SettingCheck.share("momentum", momentum);
    SettingCheck.notNegative("clipNorm", clipNorm);
  }

  /** Creates settings with the usual constants and a constant step size. */
  public Sgd(double learningRate) {
    this(learningRate, Schedule.constant(), 0, false, 0);
  }

  @Override
  public int slots() {
    return momentum > 0 ? 1 : 0;
  }
}
