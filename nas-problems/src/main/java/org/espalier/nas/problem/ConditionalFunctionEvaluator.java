package org.espalier.nas.problem;

import jakarta.inject.Inject;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.espalier.nas.api.InvalidSettingException;
import org.espalier.nas.api.NasException;
import org.espalier.nas.api.plugin.BehaviourVersion;
import org.espalier.nas.api.plugin.Description;
import org.espalier.nas.api.space.Architecture;
import org.espalier.nas.api.space.Decision;
import org.espalier.nas.api.space.SearchSpace;

/**
 * Evaluator of one of the {@link ConditionalProblems} over a search space that asks the same
 * decisions under the same conditions. The metric is {@value #METRIC}; lower is better.
 */
@BehaviourVersion("e72f8fdffdee38c4")
@Description("A function with conditional decisions; trains nothing. Minimise value.")
public final class ConditionalFunctionEvaluator extends AbstractFormulaEvaluator {
  /** The name of the metric. */
  public static final String METRIC = "value";

  private final Formula formula;
  private final Optimum optimum;

  /**
   * Creates the evaluator of a space.
   *
   * @throws InvalidSettingException if the space does not ask the decisions that the function
   *     depends on
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
