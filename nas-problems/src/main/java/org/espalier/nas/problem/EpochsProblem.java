package org.espalier.nas.problem;

import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.espalier.nas.api.space.Architecture;
import org.espalier.nas.api.space.Categorical;
import org.espalier.nas.api.space.Choice;
import org.espalier.nas.api.space.Decision;
import org.espalier.nas.api.space.Domain;
import org.espalier.nas.api.space.IntegerRange;
import org.espalier.nas.api.space.RealRange;
import org.espalier.nas.api.space.Scale;

/**
 * A problem whose reward shows itself only after training: after e of R epochs it is lower by bias
 * · sin²(π s) · (1 − e / R), where s is the sum of the places of the choices in their domains.
 *
 * <p>The place of a number is how far it is from the low to the high end, on the scale of its
 * range; that of option k of n is k / (n − 1). Few epochs thus mislead, differently and smoothly
 * over the space, and after all of them the reward is exact.
 *
 * @param problem the reward after all epochs
 * @param epochs R, positive
 * @param bias how much lower than at the end a reward can be, not negative; about the spread of the
 *     rewards for epochs that are worth looking at
 */
public record EpochsProblem(ReferenceProblem problem, int epochs, double bias) {

  /** Checks the numbers. */
  public EpochsProblem {
    Objects.requireNonNull(problem);
    if (epochs < 1 || !(bias >= 0)) {
      throw new IllegalArgumentException(
          "epochs (%d) must be positive, bias (%s) not negative.".formatted(epochs, bias));
    }
  }

  /**
   * The reward of an architecture.
   *
   * @param trained after how many epochs, from 1 to R
   */
  public double reward(Architecture architecture, int trained) {
    if (trained < 1 || trained > epochs) {
      throw new IllegalArgumentException(
          "trained (%d) must lie in [1, %d].".formatted(trained, epochs));
    }
    double wave = Math.sin(Math.PI * places(architecture));
    return problem.reward().applyAsDouble(architecture)
        - bias * wave * wave * (1 - (double) trained / epochs);
  }

  private double places(Architecture architecture) {
    Map<String, Domain> domains =
        problem.space().decisions().stream()
            .collect(Collectors.toMap(Decision::name, Decision::domain));
    Function<Choice, Domain> domain = choice -> domains.get(choice.decision());
    return architecture.choices().stream()
        .mapToDouble(choice -> place(choice, domain.apply(choice)))
        .sum();
  }

  private static double place(Choice choice, Domain domain) {
    if (choice instanceof Choice.Option option && domain instanceof Categorical options) {
      return option.index() / Math.max(1.0, options.options().size() - 1.0);
    }
    if (choice instanceof Choice.Whole whole && domain instanceof IntegerRange range) {
      return between(
          (double) whole.value(), (double) range.low(), (double) range.high(), range.scale());
    }
    if (choice instanceof Choice.Real real && domain instanceof RealRange range) {
      return between(real.value(), range.low(), range.high(), range.scale());
    }
    throw new IllegalArgumentException(choice + " is not of the problem's space.");
  }

  private static double between(double value, double low, double high, Scale scale) {
    if (low == high) {
      return 0;
    }
    return scale == Scale.LOG
        ? Math.log(value / low) / Math.log(high / low)
        : (value - low) / (high - low);
  }
}
