package org.espalier.nas.problem;

import java.util.Objects;
import org.espalier.nas.api.evaluation.EvaluatorSettings;
import org.espalier.nas.api.plugin.Default;
import org.espalier.nas.api.plugin.Description;
import org.espalier.nas.api.plugin.Range;
import org.espalier.nas.api.plugin.SettingRanges;
import org.espalier.nas.api.trial.Fidelity;

/**
 * A function some of whose arguments are asked only after certain answers to others.
 *
 * @param function which
 * @param seed shifts where the best values of real numbers lie
 * @param noise standard deviation of what is added to every measurement, not negative
 * @param epochs how many measurements a trial gives at full fidelity
 * @param bias how much worse at most a value seems before the last of them, not negative
 */
public record ConditionalFunctionSettings(
    @Description("Function of decisions that depend on each other, to be minimised.")
        Function function,
    @Default("0") @Description("Shifts where the best values lie.") @Range("(-inf, inf)") long seed,
    @Default("0")
        @Description("Standard deviation of the noise on each measurement.")
        @Range("[0, inf)")
        double noise,
    @Default("1") @Description("Measurements of a trial.") @Range("[1, inf)") int epochs,
    @Default("0")
        @Description("How much worse at most a value seems before the last epoch.")
        @Range("[0, inf)")
        double bias)
    implements EvaluatorSettings {

  /** The functions, whose formulas are in docs/problems.md. */
  public enum Function {
    /** {@link ConditionalProblems#tree}. */
    TREE,
    /** {@link ConditionalProblems#optimizer}. */
    OPTIMIZER
  }

  /** Checks the settings. */
  public ConditionalFunctionSettings {
    Objects.requireNonNull(function);
    SettingRanges.check(ConditionalFunctionSettings.class, function, seed, noise, epochs, bias);
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
