package org.espalier.nas.dashboard.view;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.espalier.nas.analysis.importance.RunImportance;
import org.espalier.nas.api.space.Decision;
import org.espalier.nas.engine.store.StoredStudy;

/** The importance of the decisions of a study for its reward or its objectives. */
final class ImportanceView {

  private static final int MOST_KNOWN = 16;

  /** A study, which another one may follow under the same key. */
  private record Key(String key, Instant createdAt) {}

  private final Function<StoredStudy, List<Decision>> source;

  /** The decisions of the studies asked for last: a search space takes long to make. */
  private final Map<Key, List<Decision>> known =
      new LinkedHashMap<>(MOST_KNOWN, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, List<Decision>> eldest) {
          return size() > MOST_KNOWN;
        }
      };

  /**
   * Creates the view.
   *
   * @param source returns the decisions of a study's search space; none if it cannot be made now
   */
  ImportanceView(Function<StoredStudy, List<Decision>> source) {
    this.source = source;
  }

  private synchronized List<Decision> decisions(StoredStudy study) {
    Key key = new Key(study.key(), study.description().createdAt());
    List<Decision> before = known.get(key);
    if (before != null) {
      return before;
    }
    List<Decision> made = source.apply(study);
    if (!made.isEmpty()) {
      known.put(key, made);
    }
    return made;
  }

  Map<String, Object> tree(StoredStudy study) {
    List<Decision> decisions = decisions(study);
    List<Map<String, Object>> targets = new ArrayList<>();
    for (RunImportance importance : RunImportance.of(study.history(), decisions)) {
      Map<String, Object> target = new LinkedHashMap<>();
      target.put("target", importance.target());
      target.put("trials", importance.trials());
      target.put("top", importance.top());
      target.put("problem", importance.problem());
      target.put(
          "shares",
          importance.shares().entrySet().stream()
              .map(share -> List.of(share.getKey(), share.getValue()))
              .toList());
      targets.add(target);
    }
    return Map.of("targets", targets, "spaceKnown", !decisions.isEmpty());
  }
}
