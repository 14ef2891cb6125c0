package org.espalier.nas.engine.evaluator;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.espalier.nas.api.data.Task;
import org.espalier.nas.api.evaluation.EvaluatorSettings;
import org.espalier.nas.api.plugin.Default;
import org.espalier.nas.api.plugin.Description;
import org.espalier.nas.api.plugin.Range;
import org.espalier.nas.api.plugin.SettingRanges;
import org.espalier.nas.api.trial.Fidelity;
import org.espalier.nas.api.trial.Measurement;
import org.jspecify.annotations.Nullable;

/**
 * Settings of a bandit over architectures.
 *
 * @param architecture the values of the hidden architecture in order, or null to draw one with the
 *     study's seed
 * @param reward values of the other architectures
 * @param noise standard deviation of the noise in every measurement, not negative
 * @param epochs number of measurements of a trial at full fidelity
 * @param sleepMillis duration of an epoch in milliseconds
 */
public record HiddenArchitectureSettings(
    @Description("Values of the hidden architecture in order; drawn if absent.")
        @Nullable List<String> architecture,
    @Default("graded")
        @Description("exact: 1 for the hidden one, otherwise 0; graded: share of equal values.")
        Kind reward,
    @Default("0")
        @Description("Standard deviation of the noise on each measurement.")
        @Range("[0, inf)")
        double noise,
    @Default("1") @Description("Measurements of a trial.") @Range("[1, inf)") int epochs,
    @Default("0") @Description("Duration of an epoch in milliseconds.") @Range("[0, inf)")
        int sleepMillis)
    implements EvaluatorSettings {

  /** Value of an architecture. */
  public enum Kind {
    /** 1 for the hidden architecture, 0 for all others. */
    EXACT,
    /** Share of equal values, relative to the longer architecture. */
    GRADED
  }

  /** Checks and copies the settings. */
  public HiddenArchitectureSettings {
    Objects.requireNonNull(reward);
    architecture = architecture == null ? null : List.copyOf(architecture);
    SettingRanges.check(
        HiddenArchitectureSettings.class, architecture, reward, noise, epochs, sleepMillis);
  }

  @Override
  public Set<String> metrics(@Nullable Task task) {
    return Set.of(Measurement.VALIDATION_ACCURACY);
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
