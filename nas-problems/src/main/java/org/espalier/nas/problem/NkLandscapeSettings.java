package org.espalier.nas.problem;

import org.espalier.nas.api.evaluation.EvaluatorSettings;
import org.espalier.nas.api.plugin.Default;
import org.espalier.nas.api.plugin.Description;
import org.espalier.nas.api.plugin.Range;
import org.espalier.nas.api.plugin.SettingRanges;
import org.espalier.nas.api.trial.Fidelity;

/**
 * A rugged landscape over the architectures of a search space.
 *
 * @param k how many choices that follow, in a circle, a choice's contribution depends on, not
 *     negative; the more, the more rugged
 * @param seed gives the contributions
 * @param noise standard deviation of what is added to every measurement, not negative
 * @param epochs how many measurements a trial gives at full fidelity
 * @param bias how much worse at most a fitness seems before the last of them, not negative
 */
public record NkLandscapeSettings(
    @Default("2")
        @Description("How many of the next choices a contribution depends on: ruggedness.")
        @Range("[0, inf)")
        int k,
    @Default("0") @Description("Gives the contributions.") @Range("(-inf, inf)") long seed,
    @Default("0")
        @Description("Standard deviation of the noise on each measurement.")
        @Range("[0, inf)")
        double noise,
    @Default("1") @Description("Measurements of a trial.") @Range("[1, inf)") int epochs,
    @Default("0")
        @Description("How much worse at most a fitness seems before the last epoch.")
        @Range("[0, inf)")
        double bias)
    implements EvaluatorSettings {

  /** Checks the settings. */
  public NkLandscapeSettings {
    SettingRanges.check(NkLandscapeSettings.class, k, seed, noise, epochs, bias);
  }

  @Override
  public Fidelity fullFidelity() {
    return Fidelity.epochs(epochs);
  }

  @Override
  public boolean instant() {
    return true;
  }

  NoiseModel showing() {
    return new NoiseModel(noise, epochs, bias);
  }
}
