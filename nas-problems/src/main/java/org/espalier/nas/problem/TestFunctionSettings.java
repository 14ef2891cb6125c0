package org.espalier.nas.problem;

import java.util.Objects;
import org.espalier.nas.api.evaluation.EvaluatorSettings;
import org.espalier.nas.api.plugin.Default;
import org.espalier.nas.api.plugin.Description;
import org.espalier.nas.api.plugin.Range;
import org.espalier.nas.api.plugin.SettingRanges;
import org.espalier.nas.api.trial.Fidelity;

/**
 * A function of the literature.
 *
 * @param function which
 * @param noise standard deviation of what is added to every measurement, not negative
 * @param epochs how many measurements a trial gives at full fidelity
 * @param bias how much worse at most a value seems before the last of them, not negative
 */
public record TestFunctionSettings(
    @Description("Function of x1, x2, …, to be minimised.") Function function,
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
    /** Of two numbers; Branin 1972. */
    BRANIN,
    /** Of six numbers; Hartmann 1973. */
    HARTMANN6,
    /** A curved valley in five numbers; Rosenbrock 1960. */
    ROSENBROCK5,
    /** A bowl with a grid of dents in five numbers; Rastrigin 1974. */
    RASTRIGIN5,
    /** The sum of five squares; De Jong 1975. */
    SPHERE5,
    /** A plain with dents that falls to a steep hole, in five numbers; Ackley 1987. */
    ACKLEY5
  }

  /** Checks the settings. */
  public TestFunctionSettings {
    Objects.requireNonNull(function);
    SettingRanges.check(TestFunctionSettings.class, function, noise, epochs, bias);
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
