package org.espalier.nas.controller.population;

import java.util.Objects;
import org.espalier.nas.api.InvalidSettingException;
import org.espalier.nas.api.plugin.Default;
import org.espalier.nas.api.plugin.Description;
import org.espalier.nas.api.plugin.Range;
import org.espalier.nas.api.plugin.SettingRanges;

/**
 * The settings of population-based training.
 *
 * @param population how many members are trained
 * @param interval epochs between two times at which members may copy one another
 * @param maxEpochs how many epochs each is trained in all; 0 for the evaluator's
 * @param exploit how it is decided who copies whom
 * @param truncation of {@code truncation}: the share of the worst that copy, and of the best that
 *     are copied
 * @param perturbation by which factor p a number is made smaller; 2 − p makes it larger
 * @param resample with which probability a hyper-parameter is drawn anew instead
 * @param rounds how many populations are trained, one after the other; 0 until the budget ends
 */
public record PopulationSettings(
    @Default("10") @Description("How many members are trained.") @Range("[2, 100000]")
        int population,
    @Default("1")
        @Description("Epochs between two times at which members may copy one another.")
        @Range("[1, 1000000]")
        int interval,
    @Default("0")
        @Description("Epochs of each member in all; 0 for the evaluator's.")
        @Range("[0, 1000000]")
        int maxEpochs,
    @Default("truncation")
        @Description("Who copies: truncation (the worst copy the best) or tournament (of two).")
        Exploit exploit,
    @Default("0.2")
        @Description("Share of the worst that copy, and of the best that are copied.")
        @Range("(0, 0.5]")
        double truncation,
    @Default("0.8")
        @Description("Factor p that makes a number smaller; 2 - p makes it larger.")
        @Range("(0, 1)")
        double perturbation,
    @Default("0.25")
        @Description("Probability that a hyper-parameter is drawn anew instead.")
        @Range("[0, 1]")
        double resample,
    @Default("1")
        @Description("Populations trained one after the other; 0 until the budget ends.")
        @Range("[0, 1000000]")
        int rounds) {

  /** Who copies whom. */
  public enum Exploit {
    /** A member of the worst share copies one of the best, drawn by lot. */
    TRUNCATION,
    /** Each member meets another one, drawn by lot, and copies it if that is better. */
    TOURNAMENT
  }

  /** Checks the settings. */
  public PopulationSettings {
    Objects.requireNonNull(exploit);
    SettingRanges.check(
        PopulationSettings.class,
        population,
        interval,
        maxEpochs,
        exploit,
        truncation,
        perturbation,
        resample,
        rounds);
    if (maxEpochs > 0 && interval > maxEpochs) {
      throw new InvalidSettingException(
          "interval",
          "interval (" + interval + ") must not be above maxEpochs (" + maxEpochs + ").");
    }
  }
}
