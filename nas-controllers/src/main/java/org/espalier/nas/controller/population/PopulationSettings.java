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
 * @param population number of members
 * @param interval number of epochs between two times at which members may copy one another
 * @param maxEpochs total epochs of each member; 0 for the evaluator's
 * @param exploit rule that selects the members to copy
 * @param truncation of {@code truncation}: the share of the worst members, which copy, and of the
 *     best, which are copied
 * @param perturbation factor p that decreases a number; 2 − p increases it
 * @param resample probability that a hyper-parameter is redrawn instead
 * @param rounds number of populations trained one after the other; 0 to repeat until the budget
 *     ends
 */
public record PopulationSettings(
    @Default("10") @Description("Number of members.") @Range("[2, 100000]") int population,
    @Default("1")
        @Description("Epochs between two times at which members may copy one another.")
        @Range("[1, 1000000]")
        int interval,
    @Default("0")
        @Description("Total epochs of each member; 0 for the evaluator's.")
        @Range("[0, 1000000]")
        int maxEpochs,
    @Default("truncation")
        @Description("Selection: truncation (the worst copy the best) or tournament (of two).")
        Exploit exploit,
    @Default("0.2")
        @Description("Share of the worst that copy, and of the best that are copied.")
        @Range("(0, 0.5]")
        double truncation,
    @Default("0.8")
        @Description("Factor p that decreases a number; 2 - p increases it.")
        @Range("(0, 1)")
        double perturbation,
    @Default("0.25")
        @Description("Probability that a hyper-parameter is redrawn instead.")
        @Range("[0, 1]")
        double resample,
    @Default("1")
        @Description("Populations trained one after the other; 0 to repeat until the budget ends.")
        @Range("[0, 1000000]")
        int rounds) {

  /** Rules that select the members to copy. */
  public enum Exploit {
    /** A member of the worst share copies a random one of the best. */
    TRUNCATION,
    /** Each member is compared with another random one, and copies it if that is better. */
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
