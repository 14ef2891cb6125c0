package org.espalier.nas.problem;

import jakarta.inject.Inject;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.espalier.nas.api.InvalidSettingException;
import org.espalier.nas.api.NasException;
import org.espalier.nas.api.plugin.BehaviourVersion;
import org.espalier.nas.api.plugin.Description;
import org.espalier.nas.api.space.Architecture;
import org.espalier.nas.api.space.Choice;
import org.espalier.nas.api.space.SearchSpace;

/**
 * Evaluator of a published function whose coordinates are the decisions {@code x1}, {@code x2}, …
 * of the search space: real numbers, integers or options that are numbers, each taken as its value
 * in the formula. The metric is {@value #METRIC}; lower is better.
 */
@BehaviourVersion("df61f1d097f23343")
@Description("A published function, Branin's and others; trains nothing. Minimise value.")
public final class TestFunctionEvaluator extends AbstractFormulaEvaluator {
  /** The name of the metric. */
  public static final String METRIC = "value";

  private final Formula formula;
  private final Optimum optimum;

  /**
   * Creates the evaluator of a space.
   *
   * @throws InvalidSettingException if the space does not ask for exactly the function's
   *     coordinates
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

  /** Returns a search space of the coordinates, as written in the experiment file. */
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
                    "%s (%s) must be a number; write options as numbers."
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
