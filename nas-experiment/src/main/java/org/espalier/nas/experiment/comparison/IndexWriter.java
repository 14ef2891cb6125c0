package org.espalier.nas.experiment.comparison;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.espalier.nas.analysis.comparison.ComparisonRecord;
import org.espalier.nas.analysis.comparison.SearchRecord;
import org.espalier.nas.analysis.comparison.file.ComparisonIndex;
import org.espalier.nas.api.NasException;
import org.espalier.nas.api.storage.IoReason;
import org.espalier.nas.experiment.file.LocatedComparison;

/**
 * Writer of the index of a comparison, from which its report can be made at any time. The index
 * names metrics that are known only once a search of each problem has ended.
 */
final class IndexWriter {
  private final LocatedComparison located;
  private final PreparedComparison prepared;
  private final Path source;
  private final ArmSearchFolder folder;
  private final Map<String, SearchRecord> measured = new TreeMap<>();

  IndexWriter(
      LocatedComparison located, PreparedComparison prepared, Path source, ArmSearchFolder folder) {
    this.located = located;
    this.prepared = prepared;
    this.source = source;
    this.folder = folder;
  }

  /** Writes the index if a search is the first of its problem that measured a metric. */
  void measured(SearchRecord search) {
    if (search.metric() != null && measured.putIfAbsent(search.problem(), search) == null) {
      write(List.copyOf(measured.values()));
    }
  }

  /**
   * Writes the index.
   *
   * @param ended searches that have ended
   */
  StoredComparison write(Collection<SearchRecord> ended) {
    ComparisonRecord record = new ComparisonFacts(located, prepared, List.of()).record(ended);
    ended.stream()
        .filter(search -> search.metric() != null)
        .forEach(search -> measured.putIfAbsent(search.problem(), search));
    ComparisonIndex index =
        new ComparisonIndex(
            source.toString(),
            record.withSearches(List.of(), List.of()),
            prepared.searches().stream().map(folder::planned).toList());
    try {
      index.write(folder.comparison());
    } catch (IOException error) {
      throw new NasException(
          folder.comparison().resolve(ComparisonIndex.FILE)
              + " cannot be written: "
              + IoReason.of(error)
              + ".",
          error);
    }
    return new StoredComparison(folder.comparison(), index);
  }
}
