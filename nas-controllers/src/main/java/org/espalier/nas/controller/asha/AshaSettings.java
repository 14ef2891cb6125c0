package org.espalier.nas.controller.asha;

import org.espalier.nas.api.InvalidSettingException;
import org.espalier.nas.api.plugin.Default;
import org.espalier.nas.api.plugin.Description;
import org.espalier.nas.api.plugin.Range;
import org.espalier.nas.api.plugin.SettingRanges;

/**
 * The settings of ASHA.
 *
 * @param maxEpochs the most epochs that a trial is trained; 0 for the evaluator's
 * @param minEpochs how many epochs a new architecture is trained
 * @param factor of the trials of a rung one in so many goes on, with so many times the epochs
 * @param architectures how many architectures begin at most; 0 for no limit but the budget
 * @param resume whether a promoted trial goes on from its weights, or starts anew
 * @param keep of how many trials a rung the weights are kept, the best that may still go on; one
 *     that goes on although it was not kept starts anew
 * @param batch how many trials should be outstanding at once
 */
public record AshaSettings(
    @Default("0")
        @Description("Most epochs of a trial; 0 for the evaluator's.")
        @Range("[0, 1000000]")
        int maxEpochs,
    @Default("1") @Description("Epochs of a new architecture.") @Range("[1, 1000000]")
        int minEpochs,
    @Default("3")
        @Description("One in so many trials goes on, with so many times the epochs.")
        @Range("[2, 1000]")
        int factor,
    @Default("0")
        @Description("How many architectures begin at most; 0 for no limit but the budget.")
        @Range("[0, inf)")
        int architectures,
    @Default("true")
        @Description("Whether promoted trials go on from their weights, or start anew.")
        boolean resume,
    @Default("32")
        @Description("Of how many trials a rung the weights are kept, the best that may go on.")
        @Range("[1, 1000000]")
        int keep,
    @Default("8") @Description("How many trials should be outstanding at once.") @Range("[1, inf)")
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
