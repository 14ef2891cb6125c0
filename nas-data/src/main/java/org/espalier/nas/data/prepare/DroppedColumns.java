package org.espalier.nas.data.prepare;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The columns of a file that are dropped, and the column of the split, which is kept for the split
 * even if it is dropped.
 */
public final class DroppedColumns {
  private final List<String> drop;
  private final Split split;

  private DroppedColumns(List<String> drop, Split split) {
    this.drop = List.copyOf(drop);
    this.split = split;
  }

  /** Returns the dropped columns of data that are split in this way. */
  public static DroppedColumns of(List<String> drop, Split split) {
    return new DroppedColumns(drop, split);
  }

  /** Returns the columns whose values may be of any kind; those of groups are names. */
  public List<String> ofAnyKind() {
    Set<String> columns = new HashSet<>(drop);
    String column = split.column();
    if (column != null && split.by() == SplitRule.DATE) {
      columns.remove(column);
    } else if (column != null) {
      columns.add(column);
    }
    return List.copyOf(columns);
  }

  /** Returns the columns to remove from the table. */
  public List<String> removed() {
    return drop.stream().filter(column -> !splitBy(column)).toList();
  }

  /** Returns the dropped columns that stay in the table for the split, but are no features. */
  public Set<String> unused() {
    return drop.stream().filter(this::splitBy).collect(Collectors.toUnmodifiableSet());
  }

  private boolean splitBy(String column) {
    return column.equals(split.column());
  }
}
