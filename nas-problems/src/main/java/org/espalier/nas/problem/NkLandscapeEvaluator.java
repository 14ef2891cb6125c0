package org.espalier.nas.problem;

import jakarta.inject.Inject;
import org.espalier.nas.api.InvalidSettingException;
import org.espalier.nas.api.plugin.BehaviourVersion;
import org.espalier.nas.api.plugin.Description;
import org.espalier.nas.api.space.SearchSpace;

/**
 * Evaluator of a rugged landscape over any finite search space (Kauffman &amp; Levin 1987): each
 * choice contributes a random number in [0, 1) that depends on it and on the k choices after it in
 * a circle. The metric is {@value #METRIC}, the mean contribution; higher is better.
 *
 * <p>Architectures that mean the same network have the same fitness.
 */
@BehaviourVersion("f9cdf25a1b6c9403")
@Description("A rugged landscape over a finite space; trains nothing. Maximise fitness.")
public final class NkLandscapeEvaluator extends AbstractFormulaEvaluator {
  /** The name of the metric. */
  public static final String METRIC = "fitness";

  private final Formula formula;
  private final Optimum optimum;

  /**
   * Creates the evaluator of a space.
   *
   * @throws InvalidSettingException if the space has real numbers or too few decisions for k
   */
  @Inject
  public NkLandscapeEvaluator(NkLandscapeSettings settings, SearchSpace space) {
    check(settings, space);
    SequenceLandscape landscape =
        SequenceLandscape.of(space.decisions(), settings.k(), settings.seed());
    this.formula =
        Formula.of(
            METRIC,
            Formula.Goal.MOST,
            architecture -> landscape.fitness(space.canonical(architecture)),
            settings.showing(),
            space);
    this.optimum = new Optimum(formula, space);
  }

  private static void check(NkLandscapeSettings settings, SearchSpace space) {
    space.decisions().stream()
        .filter(decision -> !decision.domain().isFinite())
        .findFirst()
        .ifPresent(
            real -> {
              throw new InvalidSettingException(
                  "type",
                  "type (nk-landscape) needs a finite search space, and %s is a real number; give it a step."
                      .formatted(real.name()));
            });
    int decisions = space.decisions().size();
    if (settings.k() >= decisions) {
      throw new InvalidSettingException(
          "k",
          "k (%d) must be less than the number of decisions of the search space (%d)."
              .formatted(settings.k(), decisions));
    }
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
