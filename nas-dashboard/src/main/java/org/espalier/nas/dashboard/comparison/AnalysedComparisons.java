package org.espalier.nas.dashboard.comparison;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.espalier.nas.analysis.comparison.ComparisonAnalysis;
import org.espalier.nas.analysis.comparison.ComparisonResults;
import org.espalier.nas.experiment.comparison.StoredComparison;

/**
 * The comparisons of a folder. Statistics take seconds for many searches; they are kept, and while
 * a comparison runs, they are computed anew for a small part of the time only.
 */
final class AnalysedComparisons {

  private static final int KEPT = 4;
  private static final int SHARE = 10;
  private static final Duration LEAST_PAUSE = Duration.ofSeconds(2);

  private record Kept(AnalysedComparison comparison, Instant until) {}

  private final Path root;
  private final InstantSource clock;
  private final Map<Path, Kept> kept = new LinkedHashMap<>();

  AnalysedComparisons(Path root, InstantSource clock) {
    this.root = root;
    this.clock = clock;
  }

  /** Returns the folders of all comparisons, by name. */
  List<Path> folders() {
    return StoredComparison.all(root);
  }

  /**
   * Returns the folder of a comparison.
   *
   * @return empty if there is none of that name
   */
  Optional<Path> folder(String name) {
    return folders().stream()
        .filter(folder -> String.valueOf(folder.getFileName()).equals(name))
        .findFirst();
  }

  /** Returns a comparison with its statistics, perhaps some seconds old while it runs. */
  synchronized AnalysedComparison of(Path folder) {
    StoredComparison stored = StoredComparison.read(folder);
    boolean all = stored.ended() == stored.index().searches().size();
    String version = version(stored);
    Kept before = kept.get(folder);
    Instant begin = clock.instant();
    if (before != null
        && (before.comparison().version().equals(version)
            || (!all && begin.isBefore(before.until())))) {
      return before.comparison();
    }
    ComparisonResults results = ComparisonAnalysis.of(stored.record());
    AnalysedComparison analysed = new AnalysedComparison(version, stored.index(), results);
    Duration pause = Duration.between(begin, clock.instant()).multipliedBy(SHARE);
    keep(
        folder,
        new Kept(analysed, begin.plus(pause.compareTo(LEAST_PAUSE) > 0 ? pause : LEAST_PAUSE)));
    return analysed;
  }

  private static String version(StoredComparison stored) {
    return stored.ended()
        + "-"
        + Integer.toHexString(stored.index().hashCode())
        + "-"
        + stored.index().searches().size();
  }

  private void keep(Path folder, Kept analysed) {
    kept.remove(folder);
    kept.put(folder, analysed);
    while (kept.size() > KEPT) {
      kept.remove(kept.keySet().iterator().next());
    }
  }
}
