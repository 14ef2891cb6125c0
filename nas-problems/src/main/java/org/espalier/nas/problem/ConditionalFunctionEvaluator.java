package org.espalier.nas.problem;

import jakarta.inject.Inject;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.espalier.nas.api.InvalidSettingException;
import org.espalier.nas.api.NasException;
import org.espalier.nas.api.plugin.Description;
import org.espalier.nas.api.space.Architecture;
import org.espalier.nas.api.space.Decision;
import org.espalier.nas.api.space.SearchSpace;

/**
 * One of the {@link ConditionalProblems} over a search space that asks the same decisions under the
 * same conditions. Measured as {@value #METRIC}, of which less is better.
 */
@Description("A function of decisions that depend on each other; trains nothing. Minimise value.")
public final class ConditionalFunctionEvaluator extends AbstractFormulaEvaluator {
  /** The name of what is measured. */
  public static final String METRIC = "value";

  private final Formula formula;
  private final Optimum optimum;

  /**
   * Lays the function over a space.
   *
   * @throws InvalidSettingException if the space does not ask what it depends on
   */
  @Inject
  public ConditionalFunctionEvaluator(ConditionalFunctionSettings settings, SearchSpace space) {
    ReferenceProblem problem = problem(settings);
    Requirement requirement =
        new Requirement(
            "function", settings.function().name().toLowerCase(Locale.ROOT), "in docs/problems.md");
    List<String> names = problem.space().decisions().stream().map(Decision::name).toList();
    requirement.check(names, space);
    this.formula =
        Formula.of(
            METRIC,
            Formula.Goal.LEAST,
            architecture -> -problem.reward().applyAsDouble(translated(architecture, problem)),
            settings.showing(),
            space);
    this.optimum =
        new Optimum(
            formula, space, new PublishedMinimum(-problem.optimum(), List.of(best(settings))));
    requirement.rehearse(this::truth, space);
  }

  private static ReferenceProblem problem(ConditionalFunctionSettings settings) {
    return switch (settings.function()) {
      case TREE -> ConditionalProblems.tree(settings.seed());
      case OPTIMIZER -> ConditionalProblems.optimizer(settings.seed());
    };
  }

  private static Map<String, String> best(ConditionalFunctionSettings settings) {
    return switch (settings.function()) {
      case TREE -> ConditionalProblems.bestOfTree(settings.seed());
      case OPTIMIZER -> ConditionalProblems.bestOfOptimizer(settings.seed());
    };
  }

  private static Architecture translated(Architecture architecture, ReferenceProblem problem) {
    return NamedChoices.of(architecture)
        .in(problem.space())
        .orElseThrow(
            () ->
                new NasException(
                    "%s has no value, as it lacks a decision or lies outside the function's ranges."
                        .formatted(architecture)));
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
