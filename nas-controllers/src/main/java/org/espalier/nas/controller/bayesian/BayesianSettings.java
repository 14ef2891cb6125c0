package org.espalier.nas.controller.bayesian;

import java.util.Objects;
import org.espalier.nas.api.plugin.Default;
import org.espalier.nas.api.plugin.Description;
import org.espalier.nas.api.plugin.Range;
import org.espalier.nas.api.plugin.SettingRanges;
import org.jspecify.annotations.Nullable;

/**
 * The settings of Bayesian optimisation.
 *
 * @param surrogate the model of the reward
 * @param acquisition what is maximised over the space
 * @param initial how many trials are spread over the space before the model is asked; if absent,
 *     twice the number of decisions, at least 5 and at most 10
 * @param batch how many trials should be outstanding at once
 * @param lie what an outstanding trial counts as long as its reward is not known
 * @param samples how many random architectures the acquisition is first tried on
 * @param maxObservations how many observations the model is fitted to; of more, the best and the
 *     latest
 */
@Description("Bayesian optimisation with a Gaussian process or a random forest.")
public record BayesianSettings(
    @Default("{}") @Description("The model of the reward.") SurrogateSettings surrogate,
    @Default("{}") @Description("What is maximised over the space.")
        AcquisitionSettings acquisition,
    @Description("Trials spread over the space at first; 2 a decision, 5 to 10, if absent.")
        @Range("[1, inf)")
        @Nullable Integer initial,
    @Default("1") @Description("How many trials should be outstanding at once.") @Range("[1, inf)")
        int batch,
    @Default("believer") @Description("What an outstanding trial counts until its reward is known.")
        Lie lie,
    @Default("1000")
        @Description("Random architectures on which the acquisition is first tried.")
        @Range("[1, inf)")
        int samples,
    @Default("1000")
        @Description("Observations that the model is fitted to: the best and the latest.")
        @Range("[2, inf)")
        int maxObservations) {

  private static final int LEAST_INITIAL = 5;
  private static final int MOST_INITIAL = 10;

  /** What an outstanding trial counts (Ginsbourger, Le Riche &amp; Carraro 2010, section 4). */
  public enum Lie {
    /** The worst reward so far. */
    MIN,
    /** The mean of the rewards so far. */
    MEAN,
    /** The best reward so far, which spreads a batch most. */
    MAX,
    /** What the model expects of it (Kriging believer). */
    BELIEVER
  }

  /** Checks the ranges. */
  public BayesianSettings {
    Objects.requireNonNull(surrogate);
    Objects.requireNonNull(acquisition);
    Objects.requireNonNull(lie);
    SettingRanges.check(
        BayesianSettings.class,
        surrogate,
        acquisition,
        initial,
        batch,
        lie,
        samples,
        maxObservations);
  }

  /** The size of the initial design for a space of so many decisions. */
  int initialFor(int decisions) {
    return initial != null
        ? initial
        : Math.max(LEAST_INITIAL, Math.min(MOST_INITIAL, 2 * decisions));
  }
}
