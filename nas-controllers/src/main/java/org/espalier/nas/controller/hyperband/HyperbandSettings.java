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
 * @param maxEpochs maximum epochs of a trial; 0 for the evaluator's
 * @param minEpochs minimum epochs of a trial
 * @param factor reduction factor: one in {@code factor} trials of a rung is promoted, with {@code
 *     factor} times the epochs
 * @param iterations number of times that all brackets run; 0 to repeat them until the budget ends
 * @param rounding rule that rounds the numbers of trials and epochs
 * @param resume true to continue a promoted trial from its weights, false to train it from scratch
 * @param batch number of trials to keep outstanding at once
 */
public record HyperbandSettings(
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
   * Returns the plan of a search with these settings.
   *
   * @param fullEpochs maximum epochs of the evaluator
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
