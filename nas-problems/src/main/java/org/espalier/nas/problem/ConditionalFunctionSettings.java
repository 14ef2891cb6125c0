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
 * Settings of a function some of whose arguments are asked only after certain answers to others.
 *
 * @param function the function
 * @param seed the seed, which shifts the best values of real numbers
 * @param noise standard deviation of the noise added to every measurement, not negative
 * @param epochs number of measurements of a trial at full fidelity
 * @param bias maximum bias of a value before the last measurement, always for the worse, not
 *     negative
 */
public record ConditionalFunctionSettings(
    @Description("Function with conditional decisions, to be minimised.") Function function,
    @Default("0") @Description("Seed that shifts the best values.") @Range("(-inf, inf)") long seed,
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
  public Set<String> metrics(@Nullable Task task) {
    return Set.of(ConditionalFunctionEvaluator.METRIC);
  }

  @Override
  public Fidelity fullFidelity() {
    return Fidelity.epochs(epochs);
  }

  @Override
  public Optional<Direction> direction(String metric) {
    return metric.equals(ConditionalFunctionEvaluator.METRIC)
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
