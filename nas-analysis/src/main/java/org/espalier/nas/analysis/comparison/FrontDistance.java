package org.espalier.nas.analysis.comparison;

import java.util.ArrayList;
import java.util.List;
import org.espalier.nas.api.objective.InvertedGenerationalDistancePlus;
import org.espalier.nas.api.objective.ReferenceScale;
import org.jspecify.annotations.Nullable;

/**
 * IGD⁺ of the front of a search to the true front, with the objectives scaled by their references.
 */
final class FrontDistance {
  private FrontDistance() {}

  /**
   * Returns the distance of the trials that enlarged the front, by their true values. The reference
   * point counts as one of them, so that a search without trials has a distance too.
   *
   * @return null if the true front is unknown
   */
  static @Nullable Double of(SearchRecord search, ProblemRecord problem) {
    if (problem.front().isEmpty()) {
      return null;
    }
    ReferenceScale scale = new ReferenceScale(problem.objectives());
    List<double[]> points = new ArrayList<>();
    points.add(scale.reference());
    if (search.failure() == null) {
      Incumbents.of(search.trials()).forEach(trial -> points.add(scale.losses(trial.objectives())));
    }
    return InvertedGenerationalDistancePlus.of(
        points, problem.front().stream().map(scale::losses).toList());
  }
}
