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
 * @param acquisition the function that is maximised over the space
 * @param initial number of trials that are spread over the space before the model is used; if
 *     absent, twice the number of decisions, at least 5 and at most 10
 * @param batch number of trials to keep outstanding at once
 * @param lie reward assumed for an outstanding trial
 * @param samples number of random architectures on which the acquisition is tried first
 * @param maxObservations maximum number of observations that the model is fitted to; if there are
 *     more, the best and the latest
 */
@Description("Bayesian optimisation with a Gaussian process or a random forest.")
public record BayesianSettings(
    @Default("{}") @Description("The model of the reward.") SurrogateSettings surrogate,
    @Default("{}") @Description("The acquisition function, maximised over the space.")
        AcquisitionSettings acquisition,
    @Description("Trials spread over the space at first; if absent, 2 per decision, 5 to 10.")
        @Range("[1, inf)")
        @Nullable Integer initial,
    @Default("1") @Description("Number of trials to keep outstanding at once.") @Range("[1, inf)")
        int batch,
    @Default("believer") @Description("Reward assumed for an outstanding trial.") Lie lie,
    @Default("1000")
        @Description("Random architectures on which the acquisition is tried first.")
        @Range("[1, inf)")
        int samples,
    @Default("1000")
        @Description("Maximum observations that the model is fitted to: the best and the latest.")
        @Range("[2, inf)")
        int maxObservations) {

  private static final int LEAST_INITIAL = 5;
  private static final int MOST_INITIAL = 10;

  /**
   * Rewards assumed for outstanding trials (Ginsbourger, Le Riche &amp; Carraro 2010, section 4).
   */
  public enum Lie {
    /** The worst reward so far. */
    MIN,
    /** The mean of the rewards so far. */
    MEAN,
    /** The best reward so far, which spreads a batch most. */
    MAX,
    /** The reward that the model predicts (Kriging believer). */
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

  /** Returns the size of the initial design for a space of {@code decisions} decisions. */
  int initialFor(int decisions) {
    return initial != null
        ? initial
        : Math.max(LEAST_INITIAL, Math.min(MOST_INITIAL, 2 * decisions));
  }
}
