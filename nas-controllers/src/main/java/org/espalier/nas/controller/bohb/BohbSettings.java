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
 * @param maxEpochs the most epochs that a trial is trained; 0 for the evaluator's
 * @param minEpochs the fewest
 * @param factor of the trials of a rung one in so many goes on, with so many times the epochs
 * @param iterations how often all brackets are carried out; 0 until the budget ends
 * @param rounding how the numbers of trials and epochs are made whole
 * @param resume whether a promoted trial goes on from its weights, or starts anew
 * @param batch how many trials should be outstanding at once
 * @param model where architectures come from
 */
public record BohbSettings(
    @Default("0")
        @Description("Most epochs of a trial; 0 for the evaluator's.")
        @Range("[0, 1000000]")
        int maxEpochs,
    @Default("1") @Description("Fewest epochs of a trial.") @Range("[1, 1000000]") int minEpochs,
    @Default("3")
        @Description("One in so many trials goes on, with so many times the epochs.")
        @Range("[2, 1000]")
        int factor,
    @Default("0")
        @Description("How often all brackets are carried out; 0 until the budget ends.")
        @Range("[0, 1000000]")
        int iterations,
    @Default("paper")
        @Description("How trials and epochs are made whole: paper, book, keras-tuner.")
        Rounding rounding,
    @Default("true")
        @Description("Whether promoted trials go on from their weights, or start anew.")
        boolean resume,
    @Default("8") @Description("How many trials should be outstanding at once.") @Range("[1, inf)")
        int batch,
    @Default("{}") @Description("The model that new architectures come from.")
        KernelModelSettings model) {

  /** Checks the settings, those of Hyperband as Hyperband does. */
  public BohbSettings {
    Objects.requireNonNull(rounding);
    Objects.requireNonNull(model);
    new HyperbandSettings(maxEpochs, minEpochs, factor, iterations, rounding, resume, batch);
  }

  /** Those of Hyperband. */
  HyperbandSettings hyperband() {
    return new HyperbandSettings(maxEpochs, minEpochs, factor, iterations, rounding, resume, batch);
  }
}
