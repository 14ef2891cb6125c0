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
 * @param lists columns of lists, which are text; an empty value is an empty list, not a missing one
 */
public record ColumnRoles(
    Set<String> categorical, Set<String> dropped, Map<String, String> dates, Set<String> lists) {

  /**
   * Checks the patterns and copies the components.
   *
   * @throws org.espalier.nas.api.InvalidSettingException if a pattern cannot be used
   */
  public ColumnRoles {
    categorical = Set.copyOf(categorical);
    dropped = Set.copyOf(dropped);
    lists = Set.copyOf(lists);
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
    return new ColumnRoles(new HashSet<>(categorical), new HashSet<>(dropped), dates, Set.of());
  }

  /** Returns these roles with columns of lists. */
  public ColumnRoles withLists(List<String> columns) {
    return new ColumnRoles(categorical, dropped, dates, new HashSet<>(columns));
  }

  /** Returns true if a column is text whatever its values are. */
  boolean text(String column) {
    return categorical.contains(column) || dropped.contains(column) || lists.contains(column);
  }
}
