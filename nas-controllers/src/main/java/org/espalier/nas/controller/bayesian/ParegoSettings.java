package org.espalier.nas.controller.bayesian;

import java.util.Objects;
import org.espalier.nas.api.plugin.Default;
import org.espalier.nas.api.plugin.Description;
import org.espalier.nas.api.plugin.Range;
import org.espalier.nas.api.plugin.SettingRanges;
import org.jspecify.annotations.Nullable;

/**
 * The settings of ParEGO: those of Bayesian optimisation and of the scalarisation.
 *
 * @param surrogate the model of the scalarised objectives
 * @param acquisition the function that is maximised over the space
 * @param initial number of trials that are spread over the space before the model is used; if
 *     absent, twice the number of decisions, at least 5 and at most 10
 * @param batch number of trials to keep outstanding at once
 * @param lie value assumed for an outstanding trial
 * @param samples number of random architectures on which the acquisition is tried first
 * @param maxObservations maximum number of observations that the model is fitted to; if there are
 *     more, the best and the latest
 * @param sumShare ρ, share of the weighted sum of the losses that is added to the largest
 */
@Description("ParEGO: Bayesian optimisation of several objectives by random weights.")
public record ParegoSettings(
    @Default("{}") @Description("The model of the scalarised objectives.")
        SurrogateSettings surrogate,
    @Default("{}") @Description("The acquisition function, maximised over the space.")
        AcquisitionSettings acquisition,
    @Description("Trials spread over the space at first; if absent, 2 per decision, 5 to 10.")
        @Range("[1, inf)")
        @Nullable Integer initial,
    @Default("1") @Description("Number of trials to keep outstanding at once.") @Range("[1, inf)")
        int batch,
    @Default("believer") @Description("Value assumed for an outstanding trial.")
        BayesianSettings.Lie lie,
    @Default("1000")
        @Description("Random architectures on which the acquisition is tried first.")
        @Range("[1, inf)")
        int samples,
    @Default("1000")
        @Description("Maximum observations that the model is fitted to: the best and the latest.")
        @Range("[2, inf)")
        int maxObservations,
    @Default("0.05")
        @Description("Share of the weighted sum that is added to the largest weighted loss (rho).")
        @Range("[0, 1]")
        double sumShare) {

  /** Checks the ranges. */
  public ParegoSettings {
    Objects.requireNonNull(surrogate);
    Objects.requireNonNull(acquisition);
    Objects.requireNonNull(lie);
    SettingRanges.check(
        ParegoSettings.class,
        surrogate,
        acquisition,
        initial,
        batch,
        lie,
        samples,
        maxObservations,
        sumShare);
  }

  /** Returns the settings of Bayesian optimisation. */
  BayesianSettings bayesian() {
    return new BayesianSettings(
        surrogate, acquisition, initial, batch, lie, samples, maxObservations);
  }
}
