package org.espalier.nas.analysis.comparison;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.espalier.nas.api.space.CellGraph;
import org.jspecify.annotations.Nullable;

/**
 * A search of a comparison: one arm on one problem with one seed.
 *
 * @param problem name of the problem
 * @param arm name of the arm
 * @param seed seed, by which searches of different arms are paired
 * @param trials trials in the order of their numbers; possibly none
 * @param failure reason of the failure of the search as a whole, or null
 * @param link path of the run relative to the report, or null
 * @param metric measured metric that the scores are of, or null if none was measured
 * @param cells the cells of the last incumbent by name, in the order in which they are shown; empty
 *     if architectures have no cells
 */
public record SearchRecord(
    String problem,
    String arm,
    long seed,
    List<TrialPoint> trials,
    @Nullable String failure,
    @Nullable String link,
    @Nullable String metric,
    Map<String, CellGraph> cells) {

  /** Checks and copies. */
  public SearchRecord {
    Objects.requireNonNull(problem);
    Objects.requireNonNull(arm);
    trials = List.copyOf(trials);
    cells = Collections.unmodifiableMap(new LinkedHashMap<>(cells));
  }

  /** Creates a search of architectures without cells. */
  public SearchRecord(
      String problem,
      String arm,
      long seed,
      List<TrialPoint> trials,
      @Nullable String failure,
      @Nullable String link,
      @Nullable String metric) {
    this(problem, arm, seed, trials, failure, link, metric, Map.of());
  }
}
