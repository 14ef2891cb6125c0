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
 * What is maximised to find the next architecture.
 *
 * @param type which function of the model's prediction
 * @param margin of the improvements: by how much the best so far is to be exceeded, in standard
 *     deviations of the rewards
 * @param beta of the upper confidence bound: the square of the number of standard deviations that
 *     are added to the mean
 */
public record AcquisitionSettings(
    @Default("log-ei") @Description("Which function of the prediction.") Type type,
    @Default("0")
        @Description("By how much the best is to be exceeded, in standard deviations of rewards.")
        @Range("[0, inf)")
        double margin,
    @Default("4")
        @Description("ucb: the square of how many deviations are added to the mean.")
        @Range("[0, inf)")
        double beta) {

  /** Functions of the prediction. */
  public enum Type {
    /** The probability of an improvement. */
    PI,
    /** The expected improvement. */
    EI,
    /** Its logarithm, which can be followed where improvements are unlikely. */
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
