package org.espalier.nas.controller.asha;

import org.espalier.nas.api.InvalidSettingException;
import org.espalier.nas.api.plugin.Default;
import org.espalier.nas.api.plugin.Description;
import org.espalier.nas.api.plugin.Range;
import org.espalier.nas.api.plugin.SettingRanges;

/**
 * The settings of ASHA.
 *
 * @param maxEpochs maximum epochs of a trial; 0 for the evaluator's
 * @param minEpochs number of epochs for which a new architecture is trained
 * @param factor reduction factor: one in {@code factor} trials of a rung is promoted, with {@code
 *     factor} times the epochs
 * @param architectures maximum number of new architectures; 0 for no limit but the budget
 * @param resume true to continue a promoted trial from its weights, false to train it from scratch
 * @param keep number of trials per rung whose weights are kept, the best that may still be
 *     promoted; a promoted trial without weights is trained from scratch
 * @param batch number of trials to keep outstanding at once
 */
public record AshaSettings(
    @Default("0")
        @Description("Maximum epochs of a trial; 0 for the evaluator's.")
        @Range("[0, 1000000]")
        int maxEpochs,
    @Default("1") @Description("Epochs of a new architecture.") @Range("[1, 1000000]")
        int minEpochs,
    @Default("3")
        @Description("One in factor trials is promoted and trained for factor times the epochs.")
        @Range("[2, 1000]")
        int factor,
    @Default("0")
        @Description("Maximum number of new architectures; 0 for no limit but the budget.")
        @Range("[0, inf)")
        int architectures,
    @Default("true") @Description("Continue promoted trials from their weights, not from scratch.")
        boolean resume,
    @Default("32")
        @Description("Trials per rung whose weights are kept: the best that may be promoted.")
        @Range("[1, 1000000]")
        int keep,
    @Default("8") @Description("Number of trials to keep outstanding at once.") @Range("[1, inf)")
        int batch) {

  /** Checks the settings. */
  public AshaSettings {
    SettingRanges.check(
        AshaSettings.class, maxEpochs, minEpochs, factor, architectures, resume, keep, batch);
    if (maxEpochs > 0 && minEpochs > maxEpochs) {
      throw new InvalidSettingException(
          "minEpochs",
          "minEpochs (" + minEpochs + ") must not be above maxEpochs (" + maxEpochs + ").");
    }
  }
}
