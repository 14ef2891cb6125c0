package org.espalier.nas.problem;

import jakarta.inject.Inject;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.espalier.nas.api.InvalidSettingException;
import org.espalier.nas.api.NasException;
import org.espalier.nas.api.plugin.Description;
import org.espalier.nas.api.space.Architecture;
import org.espalier.nas.api.space.Choice;
import org.espalier.nas.api.space.SearchSpace;

/**
 * A function of the literature whose coordinates are what the search space asks under the names
 * {@code x1}, {@code x2}, …: a real number, a whole one or an option that is a number, each as it
 * stands in the formula. Measured as {@value #METRIC}, of which less is better.
 */
@Description("A function of the literature, Branin's and others; trains nothing. Minimise value.")
public final class TestFunctionEvaluator extends AbstractFormulaEvaluator {
  /** The name of what is measured. */
  public static final String METRIC = "value";

  private final Formula formula;
  private final Optimum optimum;

  /**
   * Lays the function over a space.
   *
   * @throws InvalidSettingException if the space does not ask for its coordinates, and nothing else
   */
  @Inject
  public TestFunctionEvaluator(TestFunctionSettings settings, SearchSpace space) {
    String id = settings.function().name().toLowerCase(Locale.ROOT);
    TestFunction function = function(settings.function());
    List<String> names =
        IntStream.rangeClosed(1, function.sides().size()).mapToObj(i -> "x" + i).toList();
    new Requirement("function", id, example(function)).check(names, space);
    this.formula =
        Formula.of(
            METRIC,
            Formula.Goal.LEAST,
            architecture -> function.value().applyAsDouble(coordinates(architecture, names, id)),
            settings.showing(),
            space);
    this.optimum = new Optimum(formula, space, minimum(function, names));
    new Requirement("function", id, example(function)).rehearse(this::truth, space);
  }

  private static TestFunction function(TestFunctionSettings.Function function) {
    return switch (function) {
      case BRANIN -> TestFunctions.branin();
      case HARTMANN6 -> TestFunctions.hartmann6();
      case ROSENBROCK5 -> TestFunctions.rosenbrock5();
      case RASTRIGIN5 -> TestFunctions.rastrigin5();
      case SPHERE5 -> TestFunctions.sphere5();
      case ACKLEY5 -> TestFunctions.ackley5();
    };
  }

  /** How the file would ask for the coordinates. */
  private static String example(TestFunction function) {
    List<String> parameters =
        IntStream.range(0, function.sides().size())
            .mapToObj(
                i ->
                    "x%d: {type: real, low: %s, high: %s}"
                        .formatted(
                            i + 1, function.sides().get(i).low(), function.sides().get(i).high()))
            .toList();
    return "{type: hyperparameters, parameters: {" + String.join(", ", parameters) + "}}";
  }

  private static double[] coordinates(
      Architecture architecture, List<String> names, String function) {
    return names.stream()
        .mapToDouble(
            name ->
                number(
                    architecture
                        .choice(name)
                        .orElseThrow(
                            () ->
                                new NasException(
                                    "function (%s) needs %s, which was not asked of %s; ask it without a condition."
                                        .formatted(function, name, architecture)))))
        .toArray();
  }

  private static double number(Choice choice) {
    if (choice instanceof Choice.Real real) {
      return real.value();
    }
    return NamedChoices.number(choice.text())
        .orElseThrow(
            () ->
                new NasException(
                    "%s (%s) must be a number; write options as such."
                        .formatted(choice.decision(), choice.text())));
  }

  private static PublishedMinimum minimum(TestFunction function, List<String> names) {
    return new PublishedMinimum(
        function.minimum(),
        function.minima().stream()
            .map(
                place ->
                    IntStream.range(0, names.size())
                        .boxed()
                        .collect(Collectors.toMap(names::get, i -> place.get(i).toString())))
            .toList());
  }

  @Override
  Formula formula() {
    return formula;
  }

  @Override
  Optimum best() {
    return optimum;
  }
}
