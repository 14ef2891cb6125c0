package org.espalier.nas.data.table;

import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The columns of a file that are not read as their values suggest.
 *
 * @param categorical columns that are text even if every value is a number
 * @param dropped columns whose values do not matter
 * @param dates columns of dates and their patterns, such as {@code yyyy-MM-dd}
 */
public record ColumnRoles(Set<String> categorical, Set<String> dropped, Map<String, String> dates) {

  /**
   * Checks the patterns and copies the components.
   *
   * @throws org.espalier.nas.api.InvalidSettingException if a pattern cannot be used
   */
  public ColumnRoles {
    categorical = Set.copyOf(categorical);
    dropped = Set.copyOf(dropped);
    dates = Collections.unmodifiableMap(new LinkedHashMap<>(dates));
    dates.forEach(DatePatterns::reader);
  }

  /** Returns roles without dates. */
  public static ColumnRoles of(List<String> categorical, List<String> dropped) {
    return of(categorical, dropped, Map.of());
  }

  /** Returns roles made of settings, which may name a column twice. */
  public static ColumnRoles of(
      List<String> categorical, List<String> dropped, Map<String, String> dates) {
    return new ColumnRoles(new HashSet<>(categorical), new HashSet<>(dropped), dates);
  }

  /** Returns true if a column is text whatever its values are. */
  boolean text(String column) {
    return categorical.contains(column) || dropped.contains(column);
  }
}
