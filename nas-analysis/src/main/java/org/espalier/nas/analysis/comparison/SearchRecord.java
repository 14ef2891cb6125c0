package org.espalier.nas.analysis.comparison;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One search of a comparison: one arm on one problem with one seed.
 *
 * @param problem the problem's name
 * @param arm the arm's name
 * @param seed the seed, which pairs it with the searches of other arms
 * @param trials what was evaluated, in the order of the numbers; possibly none
 * @param failure why the search as a whole failed, or null if it ended as it should
 * @param link where the run is, relative to the report, or null
 */
public record SearchRecord(
    String problem,
    String arm,
    long seed,
    List<TrialPoint> trials,
    @Nullable String failure,
    @Nullable String link) {

  /** Checks and copies. */
  public SearchRecord {
    Objects.requireNonNull(problem);
    Objects.requireNonNull(arm);
    trials = List.copyOf(trials);
  }
}
