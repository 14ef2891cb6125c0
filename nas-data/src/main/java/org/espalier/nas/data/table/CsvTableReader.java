package org.espalier.nas.data.table;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.LongConsumer;
import org.espalier.nas.api.InvalidDataException;
import org.espalier.nas.api.plugin.Spelling;

/**
 * A reader of text files with delimited columns.
 *
 * <p>Each file is read twice: first to find the numeric columns and the number of rows, then to
 * fill arrays of exactly that size. A column is numeric if every value that is not missing is a
 * number in the notation of the format.
 */
public final class CsvTableReader {
  private final CsvFormat format;
  private final Set<String> missing;

  /** Creates a reader of files in this format. */
  public CsvTableReader(CsvFormat format) {
    this.format = format;
    this.missing = Set.copyOf(format.missingMarkers());
  }

  /**
   * Returns the names of a file's columns.
   *
   * @throws InvalidDataException if the file is missing or malformed
   */
  public List<String> columns(Path file) {
    List<String> names = new ArrayList<>();
    readOne(file, names, ColumnRoles.of(List.of(), List.of()), bytes -> {}, (line, values) -> {});
    return names;
  }

  /**
   * Reads files with the same columns as one table, one after the other.
   *
   * @param files the files, at least one
   * @param roles the columns that are not read as their values suggest
   * @throws InvalidDataException if a file is missing, empty or malformed, or if most values of a
   *     column without a role are numbers or dates and some are not; the message names file and
   *     line
   */
  public RawTable read(List<Path> files, ColumnRoles roles) {
    return read(files, roles, bytes -> {});
  }

  /**
   * Reads files with the same columns as one table, one after the other.
   *
   * @param progress receives numbers of bytes read; their sum is twice the size of the files
   * @throws InvalidDataException as {@link #read(List, ColumnRoles)}
   */
  public RawTable read(List<Path> files, ColumnRoles roles, LongConsumer progress) {
    ColumnTypes types = new ColumnTypes(format);
    RowPlaces.Builder places = new RowPlaces.Builder();
    List<String> names = new ArrayList<>();
    for (Path file : files) {
      int before = places.rows();
      places.file(file.toString());
      readOne(
          file,
          names,
          roles,
          progress,
          (line, values) -> {
            places.row(line);
            types.see(values, places.rows() - 1);
          });
      if (places.rows() == before) {
        throw new InvalidDataException(file + " has no rows; a data set needs some.");
      }
    }
    RowPlaces found = places.build();
    String name = files.get(0).getFileName() == null ? "" : files.get(0).getFileName().toString();
    return new RawTable(name, fill(files, names, types, found, roles, progress), found);
  }

  private List<Column> fill(
      List<Path> files,
      List<String> names,
      ColumnTypes types,
      RowPlaces places,
      ColumnRoles roles,
      LongConsumer progress) {
    requireColumns(files.get(0), names, roles.categorical(), "categorical");
    requireColumns(files.get(0), names, roles.dates().keySet(), "a date");
    types.rejectMixed(names, roles, places);
    NumberSyntax syntax = new NumberSyntax(format);
    List<ColumnBuilder> builders = new ArrayList<>();
    for (int i = 0; i < names.size(); i++) {
      String name = names.get(i);
      String pattern = roles.dates().get(name);
      if (pattern != null && !roles.dropped().contains(name)) {
        builders.add(new ColumnBuilder.Dates(name, pattern, places));
      } else if (types.numeric(i) && !roles.text(name)) {
        builders.add(new ColumnBuilder.Numbers(name, syntax, places.size()));
      } else {
        builders.add(new ColumnBuilder.Texts(name, places.size()));
      }
    }
    List<String> seen = new ArrayList<>();
    for (Path file : files) {
      readOne(
          file,
          seen,
          roles,
          progress,
          (line, values) -> {
            for (int i = 0; i < values.length; i++) {
              builders.get(i).add(values[i]);
            }
          });
    }
    return builders.stream().map(ColumnBuilder::build).toList();
  }

  private static void requireColumns(
      Path file, List<String> names, Set<String> required, String role) {
    for (String column : required) {
      if (!names.contains(column)) {
        throw new InvalidDataException(
            "%s has no column %s, which is said to be %s.%s"
                .formatted(file, column, role, Spelling.suggestion(column, names)));
      }
    }
  }

  /** Reads one file; the first file fills the names, later files are compared with them. */
  private void readOne(
      Path file, List<String> names, ColumnRoles roles, LongConsumer progress, CsvRows.Row row) {
    new CsvRows(file, format, missing, roles.lists(), progress).read(names, row);
  }
}
