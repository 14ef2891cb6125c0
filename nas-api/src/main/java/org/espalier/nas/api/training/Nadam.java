package org.espalier.nas.api.training;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import java.util.Objects;
import org.apiguardian.api.API;
import org.espalier.nas.api.plugin.Default;
import org.espalier.nas.api.plugin.Description;
import org.espalier.nas.api.plugin.Range;

/**
 * Adam with Nesterov momentum (Dozat 2016).
 *
 * @param learningRate step size before the schedule, positive
 * @param schedule change of the step size over the iterations
 * @param beta1 decay of the first moment, in [0, 1)
 * @param beta2 decay of the second moment, in [0, 1)
 * @param epsilon added to denominators, positive
 * @param clipNorm largest global norm of the gradient, which is scaled down to it; 0 for no limit
 */
@API(status = EXPERIMENTAL, since = "0.1")
public record Nadam(
    @Default("0.001") @Description("Step size before the schedule.") @Range("(0, inf)")
        double learningRate,
    @Default("{type: constant}") @Description("Change of the step size over the iterations.")
        Schedule schedule,
    @Default("0.9") @Description("Decay of the first moment.") @Range("[0, 1)") double beta1,
    @Default("0.999") @Description("Decay of the second moment.") @Range("[0, 1)") double beta2,
    @Default("1e-7") @Description("Added to denominators.") @Range("(0, inf)") double epsilon,
    @Default("0")
        @Description("Maximum global norm of the gradient; 0 for no limit.")
        @Range("[0, inf)")
        double clipNorm)
    implements OptimizerSettings {

  /** Checks the ranges. */
  public Nadam {
    SettingCheck.positive("learningRate", learningRate);
    Objects.requireNonNull(schedule);
    SettingCheck.share("beta1", beta1);
    SettingCheck.share("beta2", beta2);
    SettingCheck.positive("epsilon", epsilon);
    SettingCheck.notNegative("clipNorm", clipNorm);
  }

  /** Creates settings with the usual constants and a constant step size. */
  public Nadam(double learningRate) {
    this(learningRate, Schedule.constant(), 0.9, 0.999, 1e-7, 0);
  }

  @Override
  public int slots() {
    return 2;
  }
}
