package org.espalier.nas.dashboard.view;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.espalier.nas.analysis.importance.RunImportance;
import org.espalier.nas.api.space.Decision;
import org.espalier.nas.engine.store.StoredStudy;
import org.espalier.nas.experiment.run.StoredSubjects;

/** The importance of the decisions of a study for its reward or its objectives. */
final class ImportanceView {

  private final StoredSubjects subjects;

  /** A search space takes long to make, and is the same for all times. */
  private final Map<String, List<Decision>> decisions = new ConcurrentHashMap<>();

  ImportanceView(StoredSubjects subjects) {
    this.subjects = subjects;
  }

  Map<String, Object> tree(StoredStudy study) {
    List<Decision> known = decisions.computeIfAbsent(study.key(), key -> subjects.decisions(study));
    List<Map<String, Object>> targets = new ArrayList<>();
    for (RunImportance importance : RunImportance.of(study.history(), known)) {
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
    return Map.of("targets", targets, "spaceKnown", !known.isEmpty());
  }
}
