package org.espalier.nas.data.audit;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.espalier.nas.api.data.Finding;
import org.espalier.nas.api.data.Task;

/** A check for classes whose names differ only in case or white space. */
final class SimilarClassesCheck implements Check {

  @Override
  public List<Finding> findings(AuditedData data) {
    return data.task() instanceof Task.Classification task ? of(task) : List.of();
  }

  /** Returns the findings of the names of classes. */
  static List<Finding> of(Task.Classification task) {
    Map<String, List<String>> groups = new LinkedHashMap<>();
    for (String name : task.classes()) {
      String key = name.strip().toLowerCase(Locale.ROOT).replaceAll("\\s+", " ");
      groups.computeIfAbsent(key, unused -> new ArrayList<>()).add(name);
    }
    return groups.values().stream()
        .filter(names -> names.size() > 1)
        .map(names -> finding(task.target(), names))
        .toList();
  }

  private static Finding finding(String label, List<String> names) {
    String last = names.get(names.size() - 1);
    return new Finding(
        Finding.Kind.SIMILAR_CLASSES,
        label,
        "%s has the classes %s, which differ only in case or white space. If they are one, give them one name: classNames: {\"%s\": \"%s\"}."
            .formatted(label, String.join(" and ", names), names.get(0), last));
  }
}
