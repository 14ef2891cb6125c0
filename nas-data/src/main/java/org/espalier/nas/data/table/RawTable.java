package org.espalier.nas.data.table;

import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.espalier.nas.api.InvalidDataException;
import org.espalier.nas.api.plugin.Spelling;

/** Raw data: named columns of equal length and the origin of each row. Immutable. */
public final class RawTable {
  private static final int NAMES_SHOWN = 20;

  private final String name;
  private final Map<String, Column> columns;
  private final RowPlaces places;

  /**
   * Creates a table.
   *
   * @param name name for display: the file's name
   * @param columns the columns, at least one, with distinct names and as many rows as {@code
   *     places}
   * @param places the origin of each row
   */
  public RawTable(String name, List<? extends Column> columns, RowPlaces places) {
    this.name = name;
    this.places = places;
    this.columns = new LinkedHashMap<>();
    for (Column column : columns) {
      if (column.size() != places.size()) {
        throw new IllegalArgumentException(
            "column %s (%d rows) must have %d rows."
                .formatted(column.name(), column.size(), places.size()));
      }
      if (this.columns.put(column.name(), column) != null) {
        throw new InvalidDataException(
            name + " has two columns named " + column.name() + "; names must be distinct.");
      }
    }
  }

  /** Creates the table of a generator; its rows are identified by their numbers. */
  public static RawTable generated(String name, List<? extends Column> columns) {
    return new RawTable(name, columns, RowPlaces.numbered(name, columns.get(0).size()));
  }

  /** Returns the name for display: the file's name. */
  public String name() {
    return name;
  }

  /** Returns the columns in the order of the file. */
  public List<Column> columns() {
    return List.copyOf(columns.values());
  }

  /** Returns the number of rows. */
  public int rows() {
    return places.size();
  }

  /**
   * Returns the first row of the last of several files; the number of rows if there is one file.
   */
  public int firstRowOfLastFile() {
    return places.firstRowOfLastFile();
  }

  /** Returns the origin of a row, for messages: {@code wine.csv:18}. */
  public String place(int row) {
    return places.of(row);
  }

  /**
   * Returns the column with this name.
   *
   * @throws InvalidDataException if there is none; the message contains the nearest name
   */
  public Column column(String column) {
    Column found = columns.get(column);
    if (found == null) {
      throw new InvalidDataException(
          "%s has no column %s.%s Its columns are %s."
              .formatted(name, column, Spelling.suggestion(column, columns.keySet()), names()));
    }
    return found;
  }

  /**
   * Returns the table without some columns.
   *
   * @throws InvalidDataException if one of them does not exist
   */
  public RawTable without(Collection<String> dropped) {
    dropped.forEach(this::column);
    Set<String> gone = new HashSet<>(dropped);
    return new RawTable(
        name,
        columns.values().stream().filter(column -> !gone.contains(column.name())).toList(),
        places);
  }

  private String names() {
    String shown = columns.keySet().stream().limit(NAMES_SHOWN).collect(Collectors.joining(", "));
    return columns.size() > NAMES_SHOWN
        ? shown + " and " + (columns.size() - NAMES_SHOWN) + " more"
        : shown;
  }
}
