package org.espalier.nas.dashboard.comparison;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The rows of a table with a column for each study, of which only those that differ are shown. */
final class StudyTable {

  private StudyTable() {}

  /**
   * Returns the rows in which the studies differ.
   *
   * @param columns the values of each study by name
   * @return rows with {@code name} and {@code values}, null where a study has none
   */
  static List<Map<String, Object>> differences(List<Map<String, String>> columns) {
    Set<String> names = new LinkedHashSet<>();
    columns.forEach(column -> names.addAll(column.keySet()));
    List<Map<String, Object>> rows = new ArrayList<>();
    for (String name : names) {
      List<@Nullable String> values = new ArrayList<>();
      columns.forEach(column -> values.add(column.get(name)));
      if (new LinkedHashSet<>(values).size() > 1) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("name", name);
        row.put("values", values);
        rows.add(row);
      }
    }
    return rows;
  }
}
