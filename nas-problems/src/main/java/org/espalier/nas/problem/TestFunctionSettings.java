package org.espalier.nas.problem;

import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.espalier.nas.api.data.Task;
import org.espalier.nas.api.evaluation.Direction;
import org.espalier.nas.api.evaluation.EvaluatorSettings;
import org.espalier.nas.api.plugin.Default;
import org.espalier.nas.api.plugin.Description;
import org.espalier.nas.api.plugin.Range;
import org.espalier.nas.api.plugin.SettingRanges;
import org.espalier.nas.api.trial.Fidelity;
import org.jspecify.annotations.Nullable;

/**
 * Settings of a published function.
 *
 * @param function the function
 * @param noise standard deviation of the noise added to every measurement, not negative
 * @param epochs number of measurements of a trial at full fidelity
 * @param bias maximum bias of a value before the last measurement, always for the worse, not
 *     negative
 */
public record TestFunctionSettings(
    @Description("Function of x1, x2, …, to be minimised.") Function function,
    @Default("0")
        @Description("Standard deviation of the noise on each measurement.")
        @Range("[0, inf)")
        double noise,
    @Default("1") @Description("Measurements of a trial.") @Range("[1, inf)") int epochs,
    @Default("0")
        @Description("Maximum bias of a value before the last epoch, always for the worse.")
        @Range("[0, inf)")
        double bias)
    implements EvaluatorSettings {

  /** The functions, whose formulas are in docs/problems.md. */
  public enum Function {
    /** Branin 1972, of two numbers. */
    BRANIN,
    /** Hartmann 1973, of six numbers. */
    HARTMANN6,
    /** Rosenbrock 1960: a curved valley in five numbers. */
    ROSENBROCK5,
    /** Rastrigin 1974: a bowl with a grid of dents in five numbers. */
    RASTRIGIN5,
    /** De Jong 1975: the sum of five squares. */
    SPHERE5,
    /** Ackley 1987: a plain with dents that falls to a steep hole, in five numbers. */
    ACKLEY5
  }

  /** Checks the settings. */
  public TestFunctionSettings {
    Objects.requireNonNull(function);
    SettingRanges.check(TestFunctionSettings.class, function, noise, epochs, bias);
  }

  @Override
  public Set<String> metrics(@Nullable Task task) {
    return Set.of(TestFunctionEvaluator.METRIC);
  }

  @Override
  public Fidelity fullFidelity() {
    return Fidelity.epochs(epochs);
  }

  @Override
  public Optional<Direction> direction(String metric) {
    return metric.equals(TestFunctionEvaluator.METRIC)
        ? Optional.of(Direction.MINIMIZE)
        : Optional.empty();
  }

  @Override
  public boolean instant() {
    return true;
  }

  NoiseModel showing() {
    return new NoiseModel(noise, epochs, bias);
  }
}
