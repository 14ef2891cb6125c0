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
 * @param trials number of new architectures
 * @param minEpochs number of epochs for which a new architecture is trained
 * @param maxEpochs maximum epochs of a trial; 0 for the evaluator's
 * @param factor reduction factor: one in {@code factor} trials of a rung is promoted, with {@code
 *     factor} times the epochs
 * @param iterations number of repetitions; 0 to repeat until the budget ends
 * @param resume true to continue a promoted trial from its weights, false to train it from scratch
 * @param batch number of trials to keep outstanding at once
 */
public record SuccessiveHalvingSettings(
    @Default("16") @Description("Number of new architectures.") @Range("[1, 1000000]") int trials,
    @Default("1") @Description("Epochs of a new architecture.") @Range("[1, 1000000]")
        int minEpochs,
    @Default("0")
        @Description("Maximum epochs of a trial; 0 for the evaluator's.")
        @Range("[0, 1000000]")
        int maxEpochs,
    @Default("2")
        @Description("One in factor trials is promoted and trained for factor times the epochs.")
        @Range("[2, 1000]")
        int factor,
    @Default("0")
        @Description("Number of repetitions; 0 to repeat until the budget ends.")
        @Range("[0, 1000000]")
        int iterations,
    @Default("true") @Description("Continue promoted trials from their weights, not from scratch.")
        boolean resume,
    @Default("8") @Description("Number of trials to keep outstanding at once.") @Range("[1, inf)")
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
