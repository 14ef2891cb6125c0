package org.espalier.nas.api.training;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import java.util.Objects;
import org.apiguardian.api.API;
import org.espalier.nas.api.plugin.Default;
import org.espalier.nas.api.plugin.Description;
import org.espalier.nas.api.plugin.Range;
import org.espalier.nas.api.plugin.SettingRanges;

/**
 * An optimizer by name, with its constants. A constant that the optimizer does not have is ignored.
 *
 * @param type which optimizer
 * @param learningRate the step size before the schedule, positive
 * @param schedule how the step size changes over the iterations
 * @param momentum of {@code sgd} and {@code rmsprop}, in [0, 1)
 * @param nesterov whether {@code sgd}'s momentum looks ahead
 * @param beta1 decay of the first moment ({@code adam}, {@code adamw}, {@code nadam}, {@code
 *     adamax})
 * @param beta2 decay of the second moment (the same)
 * @param rho decay of the squared gradient ({@code rmsprop}, {@code adadelta})
 * @param epsilon added to denominators, positive
 * @param weightDecay decoupled weight decay of {@code adamw}
 * @param initialAccumulator where {@code adagrad}'s and {@code ftrl}'s accumulators start
 * @param l1 FTRL's L1 strength
 * @param l2 FTRL's L2 strength
 * @param clipNorm the gradient's global norm is scaled down to this; 0 for no clipping
 */
@API(status = EXPERIMENTAL, since = "0.1")
public record OptimizerSettings(
    @Default("adam") @Description("Which optimizer.") Type type,
    @Default("0.001") @Description("Step size before the schedule.") @Range("(0, inf)")
        double learningRate,
    @Default("{}") @Description("How the step size changes.") Schedule schedule,
    @Default("0") @Description("Momentum of sgd and rmsprop.") @Range("[0, 1)") double momentum,
    @Default("false") @Description("Whether sgd's momentum looks ahead.") boolean nesterov,
    @Default("0.9") @Description("Decay of the first moment.") @Range("[0, 1)") double beta1,
    @Default("0.999") @Description("Decay of the second moment.") @Range("[0, 1)") double beta2,
    @Default("0.9")
        @Description("Decay of the squared gradient (rmsprop, adadelta).")
        @Range("[0, 1)")
        double rho,
    @Default("1e-7") @Description("Added to denominators.") @Range("(0, inf)") double epsilon,
    @Default("0.004") @Description("Decoupled weight decay of adamw.") @Range("[0, inf)")
        double weightDecay,
    @Default("0.1") @Description("Start of adagrad's and ftrl's accumulators.") @Range("[0, inf)")
        double initialAccumulator,
    @Default("0") @Description("FTRL's L1 strength.") @Range("[0, inf)") double l1,
    @Default("0") @Description("FTRL's L2 strength.") @Range("[0, inf)") double l2,
    @Default("0")
        @Description("Global gradient norm to scale down to; 0 for none.")
        @Range("[0, inf)")
        double clipNorm) {

  /** The optimizers. */
  public enum Type {
    /** Stochastic gradient descent with momentum, optionally Nesterov's. */
    SGD,
    /**
     * Kingma &amp; Ba 2015, in the efficient form at the end of section 2: ε stands beside the raw
     * √v.
     */
    ADAM,
    /** Adam with decoupled weight decay (Loshchilov &amp; Hutter 2019). */
    ADAMW,
    /** Adam with Nesterov momentum (Dozat 2016). */
    NADAM,
    /** Adam's variant with the infinity norm (Kingma &amp; Ba 2015, algorithm 2). */
    ADAMAX,
    /** Hinton's RMSProp. */
    RMSPROP,
    /** Duchi et al. 2011. */
    ADAGRAD,
    /** Zeiler 2012. */
    ADADELTA,
    /** Follow the regularized leader, proximal (McMahan et al. 2013). */
    FTRL
  }

  /** Checks the ranges. */
  public OptimizerSettings {
    Objects.requireNonNull(type);
    Objects.requireNonNull(schedule);
    SettingRanges.check(
        OptimizerSettings.class,
        type,
        learningRate,
        schedule,
        momentum,
        nesterov,
        beta1,
        beta2,
        rho,
        epsilon,
        weightDecay,
        initialAccumulator,
        l1,
        l2,
        clipNorm);
  }

  /** An optimizer with the usual constants and a constant step size. */
  public static OptimizerSettings of(Type type, double learningRate) {
    return new OptimizerSettings(
        type,
        learningRate,
        Schedule.constant(),
        0,
        false,
        0.9,
        0.999,
        0.9,
        1e-7,
        0.004,
        0.1,
        0,
        0,
        0);
  }

  /** These settings with the gradient's global norm clipped; 0 for no clipping. */
  public OptimizerSettings clippedTo(double norm) {
    return new OptimizerSettings(
        type,
        learningRate,
        schedule,
        momentum,
        nesterov,
        beta1,
        beta2,
        rho,
        epsilon,
        weightDecay,
        initialAccumulator,
        l1,
        l2,
        norm);
  }
}
