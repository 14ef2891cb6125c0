package org.espalier.nas.experiment.comparison;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.espalier.nas.analysis.comparison.ArmRecord;
import org.espalier.nas.api.NasException;
import org.jspecify.annotations.Nullable;

/**
 * A row of a list of comparisons.
 *
 * @param folder folder of the comparison
 * @param status {@code running}, {@code interrupted}, {@code finished} or {@code unreadable}
 * @param process number of the process that runs it, or null
 * @param file path of its comparison file
 * @param arms names of its arms
 * @param seeds number of its seeds
 * @param ended number of searches that have ended
 * @param searches number of its searches
 * @param verdict sentences of the last report; empty if there is none
 */
public record ComparisonLine(
    Path folder,
    String status,
    @Nullable Long process,
    String file,
    List<String> arms,
    int seeds,
    int ended,
    int searches,
    List<String> verdict) {

  /** Copies the lists. */
  public ComparisonLine {
    arms = List.copyOf(arms);
    verdict = List.copyOf(verdict);
  }

  /** Returns the row of the comparison in a folder; a damaged one is marked as such. */
  public static ComparisonLine of(Path folder) {
    try {
      StoredComparison stored = StoredComparison.read(folder);
      OptionalLong process = stored.process();
      int ended = stored.ended();
      int searches = stored.index().searches().size();
      String idle = ended == searches ? "finished" : "interrupted";
      return new ComparisonLine(
          folder,
          process.isPresent() ? "running" : idle,
          process.isPresent() ? process.getAsLong() : null,
          stored.index().source(),
          stored.index().comparison().arms().stream().map(ArmRecord::name).toList(),
          stored.index().seeds(),
          ended,
          searches,
          stored.verdict());
    } catch (NasException damaged) {
      return new ComparisonLine(folder, "unreadable", null, "", List.of(), 0, 0, 0, List.of());
    }
  }

  /** Returns the name of the comparison's folder. */
  public String name() {
    return String.valueOf(folder.getFileName());
  }

  /** Returns the status, with the number of the process that runs the comparison. */
  public String statusText() {
    return process == null ? status : status + ", pid " + process;
  }

  /** Returns the row as a tree, for JSON. */
  public Map<String, Object> tree() {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("comparison", name());
    tree.put("folder", folder.toString());
    tree.put("file", file);
    tree.put("status", status);
    if (process != null) {
      tree.put("pid", process);
    }
    tree.put("arms", arms);
    tree.put("seeds", seeds);
    tree.put("searchesEnded", ended);
    tree.put("searches", searches);
    tree.put("verdict", verdict);
    return tree;
  }
}
