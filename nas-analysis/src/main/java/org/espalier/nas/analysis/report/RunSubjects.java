package org.espalier.nas.analysis.report;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.espalier.nas.analysis.picture.ImageSamples;
import org.espalier.nas.analysis.statistics.Ranking;
import org.espalier.nas.api.network.NetworkSpec;
import org.espalier.nas.api.space.CellGraph;
import org.espalier.nas.api.space.Decision;
import org.espalier.nas.api.study.StudyHistory;

/**
 * The networks, their cells, the images and the decisions of a run, which its results do not
 * contain.
 *
 * @param networks the networks of the best trials by the number of the trial; empty if
 *     architectures are no networks
 * @param cells the cells of the best trials by their names, by the number of the trial; empty if
 *     the networks have no cells
 * @param images examples of the training part
 * @param decisions the decisions of the search space, with nothing masked; empty if it is missing
 * @param problem the reason why networks and images cannot be shown, a sentence; empty if there is
 *     none
 */
public record RunSubjects(
    Map<Integer, NetworkSpec> networks,
    Map<Integer, Map<String, CellGraph>> cells,
    ImageSamples images,
    List<Decision> decisions,
    String problem) {

  /** Number of best trials whose networks are drawn. */
  public static final int MOST_NETWORKS = 5;

  /** Checks and copies. */
  public RunSubjects {
    networks = Map.copyOf(networks);
    Map<Integer, Map<String, CellGraph>> copies = new LinkedHashMap<>();
    cells.forEach((trial, byName) -> copies.put(trial, new LinkedHashMap<>(byName)));
    cells = Collections.unmodifiableMap(copies);
    Objects.requireNonNull(images);
    decisions = List.copyOf(decisions);
    Objects.requireNonNull(problem);
  }

  /** Returns the value of the best trial of a run among those by trial; empty if it has none. */
  public static <T> Optional<T> best(Map<Integer, T> byTrial, StudyHistory history) {
    return Ranking.incumbent(history).stream()
        .flatMap(result -> Optional.ofNullable(byTrial.get(result.trial().number())).stream())
        .findFirst();
  }

  /**
   * Returns no subjects: the run has neither networks nor images, and its decisions are unknown.
   */
  public static RunSubjects none() {
    return missing("");
  }

  /** Returns no subjects, with the reason. */
  public static RunSubjects missing(String problem) {
    return new RunSubjects(Map.of(), Map.of(), ImageSamples.none(), List.of(), problem);
  }
}
