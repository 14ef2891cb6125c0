package org.espalier.nas.controller.bohb;

import java.util.Objects;
import org.espalier.nas.api.plugin.Default;
import org.espalier.nas.api.plugin.Description;
import org.espalier.nas.api.plugin.Range;
import org.espalier.nas.controller.hyperband.HyperbandSettings;
import org.espalier.nas.controller.hyperband.Rounding;

/**
 * The settings of BOHB: those of Hyperband and of the model.
 *
 * @param maxEpochs maximum epochs of a trial; 0 for the evaluator's
 * @param minEpochs minimum epochs of a trial
 * @param factor reduction factor: one in {@code factor} trials of a rung is promoted, with {@code
 *     factor} times the epochs
 * @param iterations number of times that all brackets run; 0 to repeat them until the budget ends
 * @param rounding rule that rounds the numbers of trials and epochs
 * @param resume true to continue a promoted trial from its weights, false to train it from scratch
 * @param batch number of trials to keep outstanding at once
 * @param model the model that new architectures come from
 */
public record BohbSettings(
    @Default("0")
        @Description("Maximum epochs of a trial; 0 for the evaluator's.")
        @Range("[0, 1000000]")
        int maxEpochs,
    @Default("1") @Description("Minimum epochs of a trial.") @Range("[1, 1000000]") int minEpochs,
    @Default("3")
        @Description("One in factor trials is promoted and trained for factor times the epochs.")
        @Range("[2, 1000]")
        int factor,
    @Default("0")
        @Description("Number of times that all brackets run; 0 to repeat until the budget ends.")
        @Range("[0, 1000000]")
        int iterations,
    @Default("paper") @Description("Rounding of trials and epochs: paper, book or keras-tuner.")
        Rounding rounding,
    @Default("true") @Description("Continue promoted trials from their weights, not from scratch.")
        boolean resume,
    @Default("8") @Description("Number of trials to keep outstanding at once.") @Range("[1, inf)")
        int batch,
    @Default("{}") @Description("The model that new architectures come from.")
        KernelModelSettings model) {

  /** Checks the settings, including those of Hyperband. */
  public BohbSettings {
    Objects.requireNonNull(rounding);
    Objects.requireNonNull(model);
    new HyperbandSettings(maxEpochs, minEpochs, factor, iterations, rounding, resume, batch);
  }

  /** Returns the settings of Hyperband. */
  HyperbandSettings hyperband() {
    return new HyperbandSettings(maxEpochs, minEpochs, factor, iterations, rounding, resume, batch);
  }
}
