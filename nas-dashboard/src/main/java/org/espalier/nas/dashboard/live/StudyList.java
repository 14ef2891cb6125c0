package org.espalier.nas.dashboard.live;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.espalier.nas.api.NasException;
import org.espalier.nas.engine.store.StudyOutline;
import org.espalier.nas.engine.store.StudyRepository;
import org.espalier.nas.engine.store.run.StudyLibrary;
import org.espalier.nas.experiment.file.StoredBudget;
import org.jspecify.annotations.Nullable;

/**
 * List of all studies of a library, of which those are read again that have changed. Its methods
 * may be called from several threads.
 */
final class StudyList {

  /**
   * Line of a study.
   *
   * @param key the study's key
   * @param version its version in the repository, or an empty text if it cannot be read
   * @param head its head, or null if it cannot be read
   * @param reason the reason why it cannot be read, or null
   */
  record Line(String key, String version, @Nullable StudyHead head, @Nullable String reason) {

    /** Returns true if the lines say the same, but for times that pass. */
    boolean shows(@Nullable Line other) {
      return other != null
          && key.equals(other.key)
          && Objects.equals(head, other.head)
          && Objects.equals(reason, other.reason);
    }

    Map<String, Object> tree(String name, Instant now) {
      if (head != null) {
        return head.tree(name, now);
      }
      Map<String, Object> tree = new LinkedHashMap<>();
      tree.put("study", name);
      tree.put("status", "unreadable");
      TableRow.put(tree, "reason", reason);
      return tree;
    }
  }

  private final StudyLibrary library;
  private Map<String, Line> lines = Map.of();
  private final LookPace pace = new LookPace(500);

  StudyList(StudyLibrary library) {
    this.library = library;
  }

  /**
   * Returns the lines of all studies by name, the newest first.
   *
   * @param recent true if lines are wanted that were true within the last second, false if ones
   *     that are true now
   * @throws NasException if the studies cannot be listed
   */
  Map<String, Line> look(boolean recent) {
    return look(recent, System.nanoTime());
  }

  private synchronized Map<String, Line> look(boolean recent, long asked) {
    if (pace.isDue(recent, asked)) {
      pace.begin();
      try {
        lines = read();
      } finally {
        pace.end();
      }
    }
    return lines;
  }

  private Map<String, Line> read() {
    Map<String, Line> before = lines;
    List<StudyLibrary.Entry> entries = library.entries();
    Map<String, String> versions =
        library.repository().versions(entries.stream().map(StudyLibrary.Entry::key).toList());
    Map<String, Line> read =
        entries.parallelStream()
            .collect(
                Collectors.toConcurrentMap(
                    StudyLibrary.Entry::name,
                    entry -> line(entry.key(), versions.get(entry.key()), before.get(entry.name())),
                    (first, second) -> second));
    Map<String, Line> ordered = new LinkedHashMap<>();
    for (int i = entries.size() - 1; i >= 0; i--) {
      String name = entries.get(i).name();
      ordered.put(name, Objects.requireNonNull(read.get(name)));
    }
    return ordered;
  }

  private Line line(String key, @Nullable String stated, @Nullable Line before) {
    StudyRepository studies = library.repository();
    try {
      String version = stated == null ? studies.version(key) : stated;
      StudyHead known =
          before != null && before.key().equals(key) && before.version().equals(version)
              ? before.head()
              : null;
      StudyOutline outline = known == null ? studies.outline(key) : known.outline();
      StoredBudget budget =
          known == null ? StoredBudget.of(outline.description().yaml()) : known.budget();
      String holder = StudyHead.isOpen(outline) ? studies.holder(key).orElse(null) : null;
      return new Line(key, version, new StudyHead(outline, holder, budget), null);
    } catch (NasException unreadable) {
      return new Line(key, "", null, String.valueOf(unreadable.getMessage()));
    }
  }

  /** Returns the lines as trees for JSON. */
  static List<Map<String, Object>> trees(Map<String, Line> lines) {
    Instant now = Instant.now();
    List<Map<String, Object>> trees = new ArrayList<>();
    lines.forEach((name, line) -> trees.add(line.tree(name, now)));
    return trees;
  }
}
