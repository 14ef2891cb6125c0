package org.espalier.nas.controller.bayesian;

import java.util.Objects;
import org.espalier.nas.api.plugin.Default;
import org.espalier.nas.api.plugin.Description;
import org.espalier.nas.api.plugin.Range;
import org.espalier.nas.api.plugin.SettingRanges;
import org.espalier.nas.controller.bayesian.acquisition.Acquisition;
import org.espalier.nas.controller.bayesian.acquisition.ExpectedImprovement;
import org.espalier.nas.controller.bayesian.acquisition.LogExpectedImprovement;
import org.espalier.nas.controller.bayesian.acquisition.ProbabilityOfImprovement;
import org.espalier.nas.controller.bayesian.acquisition.UpperConfidenceBound;

/**
 * The acquisition function, which is maximised to find the next architecture.
 *
 * @param type function of the model's prediction
 * @param margin improvement that counts, in standard deviations of the rewards over the best so
 *     far; for all functions but {@code ucb}
 * @param beta of the upper confidence bound: the square of the number of standard deviations that
 *     are added to the mean
 */
public record AcquisitionSettings(
    @Default("log-ei") @Description("Function of the model's prediction.") Type type,
    @Default("0")
        @Description("Minimum improvement over the best, in standard deviations of the rewards.")
        @Range("[0, inf)")
        double margin,
    @Default("4")
        @Description("ucb: square of the number of deviations that are added to the mean.")
        @Range("[0, inf)")
        double beta) {

  /** Functions of the prediction. */
  public enum Type {
    /** The probability of an improvement. */
    PI,
    /** The expected improvement. */
    EI,
    /**
     * The logarithm of the expected improvement, which keeps a usable slope where improvements are
     * unlikely.
     */
    LOG_EI,
    /** The upper confidence bound. */
    UCB
  }

  /** Checks the ranges. */
  public AcquisitionSettings {
    Objects.requireNonNull(type);
    SettingRanges.check(AcquisitionSettings.class, type, margin, beta);
  }

  Acquisition create() {
    return switch (type) {
      case PI -> new ProbabilityOfImprovement(margin);
      case EI -> new ExpectedImprovement(margin);
      case LOG_EI -> new LogExpectedImprovement(margin);
      case UCB -> new UpperConfidenceBound(beta);
    };
  }
}
