package org.espalier.nas.controller.hyperband;

import java.util.ArrayList;
import java.util.List;
import org.espalier.nas.api.InvalidSettingException;
import org.espalier.nas.api.plugin.Default;
import org.espalier.nas.api.plugin.Description;
import org.espalier.nas.api.plugin.Range;
import org.espalier.nas.api.plugin.SettingRanges;

/**
 * The settings of successive halving.
 *
 * @param trials how many architectures begin
 * @param minEpochs how many epochs each of them is trained
 * @param maxEpochs the most epochs that a trial is trained; 0 for the evaluator's
 * @param factor of the trials of a rung one in so many goes on, with so many times the epochs
 * @param iterations how often it is carried out; 0 until the budget ends
 * @param resume whether a promoted trial goes on from its weights, or starts anew
 * @param batch how many trials should be outstanding at once
 */
public record SuccessiveHalvingSettings(
    @Default("16") @Description("How many architectures begin.") @Range("[1, 1000000]") int trials,
    @Default("1") @Description("Epochs of each of them.") @Range("[1, 1000000]") int minEpochs,
    @Default("0")
        @Description("Most epochs of a trial; 0 for the evaluator's.")
        @Range("[0, 1000000]")
        int maxEpochs,
    @Default("2")
        @Description("One in so many trials goes on, with so many times the epochs.")
        @Range("[2, 1000]")
        int factor,
    @Default("0")
        @Description("How often it is carried out; 0 until the budget ends.")
        @Range("[0, 1000000]")
        int iterations,
    @Default("true")
        @Description("Whether promoted trials go on from their weights, or start anew.")
        boolean resume,
    @Default("8") @Description("How many trials should be outstanding at once.") @Range("[1, inf)")
        int batch) {

  /** Checks the settings. */
  public SuccessiveHalvingSettings {
    SettingRanges.check(
        SuccessiveHalvingSettings.class,
        trials,
        minEpochs,
        maxEpochs,
        factor,
        iterations,
        resume,
        batch);
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
    List<Rung> rungs = new ArrayList<>();
    long epochs = minEpochs;
    int left = trials;
    while (left > 0 && (rungs.isEmpty() || rungs.get(rungs.size() - 1).epochs() < most)) {
      rungs.add(new Rung(left, Math.toIntExact(Math.min(most, epochs))));
      left /= factor;
      epochs *= factor;
    }
    return new HyperbandSearch.HyperbandPlan(
        List.of(new Bracket(rungs.size() - 1, rungs)), iterations, resume);
  }
}
