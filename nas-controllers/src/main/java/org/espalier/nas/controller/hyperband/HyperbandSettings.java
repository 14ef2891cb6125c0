package org.espalier.nas.controller.hyperband;

import java.util.Objects;
import org.espalier.nas.api.InvalidSettingException;
import org.espalier.nas.api.plugin.Default;
import org.espalier.nas.api.plugin.Description;
import org.espalier.nas.api.plugin.Range;
import org.espalier.nas.api.plugin.SettingRanges;

/**
 * The settings of Hyperband.
 *
 * @param maxEpochs the most epochs that a trial is trained; 0 for the evaluator's
 * @param minEpochs the fewest
 * @param factor of the trials of a rung one in so many goes on, with so many times the epochs
 * @param iterations how often all brackets are carried out; 0 until the budget ends
 * @param rounding how the numbers of trials and epochs are made whole
 * @param resume whether a promoted trial goes on from its weights, or starts anew
 * @param batch how many trials should be outstanding at once
 */
public record HyperbandSettings(
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
        int batch) {

  /** Checks the settings. */
  public HyperbandSettings {
    Objects.requireNonNull(rounding);
    SettingRanges.check(
        HyperbandSettings.class, maxEpochs, minEpochs, factor, iterations, rounding, resume, batch);
    if (maxEpochs > 0 && minEpochs > maxEpochs) {
      throw new InvalidSettingException(
          "minEpochs",
          "minEpochs (" + minEpochs + ") must not be above maxEpochs (" + maxEpochs + ").");
    }
  }

  /**
   * The course of a search with these settings.
   *
   * @param fullEpochs what the evaluator trains at most
   */
  public HyperbandSearch.HyperbandPlan course(int fullEpochs) {
    int most = maxEpochs == 0 ? fullEpochs : maxEpochs;
    if (minEpochs > most) {
      throw new InvalidSettingException(
          "minEpochs",
          "minEpochs (%d) must not be above the evaluator's epochs (%d)."
              .formatted(minEpochs, most));
    }
    return new HyperbandSearch.HyperbandPlan(
        HyperbandSchedule.of(most, minEpochs, factor, rounding).brackets(), iterations, resume);
  }
}
