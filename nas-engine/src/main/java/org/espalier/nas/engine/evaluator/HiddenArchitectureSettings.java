package org.espalier.nas.engine.evaluator;

import java.util.List;
import java.util.Objects;
import org.espalier.nas.api.evaluation.EvaluatorSettings;
import org.espalier.nas.api.plugin.Default;
import org.espalier.nas.api.plugin.Description;
import org.espalier.nas.api.plugin.Range;
import org.espalier.nas.api.plugin.SettingRanges;
import org.espalier.nas.api.trial.Fidelity;
import org.jspecify.annotations.Nullable;

/**
 * A bandit over architectures.
 *
 * @param architecture the values of the hidden architecture in order, or null to draw one with the
 *     study's seed
 * @param reward what the others are worth
 * @param noise standard deviation of what is added to every measurement, not negative
 * @param epochs how many measurements a trial gives at full fidelity
 * @param sleepMillis how long an epoch takes, in milliseconds
 */
public record HiddenArchitectureSettings(
    @Description("Values of the hidden architecture in order; drawn if absent.")
        @Nullable List<String> architecture,
    @Default("graded")
        @Description("exact: 1 for the hidden one, else 0; graded: share of values that are equal.")
        Kind reward,
    @Default("0")
        @Description("Standard deviation of the noise on each measurement.")
        @Range("[0, inf)")
        double noise,
    @Default("1") @Description("Measurements of a trial.") @Range("[1, inf)") int epochs,
    @Default("0") @Description("How long an epoch takes, in milliseconds.") @Range("[0, inf)")
        int sleepMillis)
    implements EvaluatorSettings {

  /** What architectures are worth. */
  public enum Kind {
    /** 1 for the hidden one, 0 for any other. */
    EXACT,
    /** The share of positions at which the values are equal, of the longer one's length. */
    GRADED
  }

  /** Checks the settings, and copies. */
  public HiddenArchitectureSettings {
    Objects.requireNonNull(reward);
    architecture = architecture == null ? null : List.copyOf(architecture);
    SettingRanges.check(
        HiddenArchitectureSettings.class, architecture, reward, noise, epochs, sleepMillis);
  }

  @Override
  public Fidelity fullFidelity() {
    return Fidelity.epochs(epochs);
  }

  @Override
  public boolean instant() {
    return sleepMillis == 0;
  }
}
