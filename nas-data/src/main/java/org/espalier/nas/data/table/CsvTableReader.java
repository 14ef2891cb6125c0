package org.espalier.nas.data.table;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.espalier.nas.api.InvalidDataException;
import org.espalier.nas.api.plugin.Spelling;

/**
 * A reader of text files with delimited columns.
 *
 * <p>Each file is read twice: first to find the numeric columns and the number of rows, then to
 * fill arrays of exactly that size. A column is numeric if every value that is not missing is a
 * decimal number.
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
   * Reads files with the same columns as one table, one after the other.
   *
   * @param files the files, at least one
   * @param categorical columns that are text even if every value is a number
   * @throws InvalidDataException if a file is missing, empty or malformed; the message names file
   *     and line
   */
  public RawTable read(List<Path> files, Collection<String> categorical) {
    ColumnTypes types = new ColumnTypes();
    RowPlaces.Builder places = new RowPlaces.Builder();
    List<String> names = new ArrayList<>();
    for (Path file : files) {
      int before = places.rows();
      places.file(file.toString());
      readOne(
          file,
          names,
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
    return new RawTable(name, fill(files, names, types, found, categorical), found);
  }

  private List<Column> fill(
      List<Path> files,
      List<String> names,
      ColumnTypes types,
      RowPlaces places,
      Collection<String> categorical) {
    for (String column : categorical) {
      if (!names.contains(column)) {
        throw new InvalidDataException(
            "%s has no column %s, which is said to be categorical.%s"
                .formatted(files.get(0), column, Spelling.suggestion(column, names)));
      }
    }
    Set<String> text = Set.copyOf(categorical);
    List<ColumnBuilder> builders = new ArrayList<>();
    for (int i = 0; i < names.size(); i++) {
      builders.add(
          types.numeric(i, names.get(i), places) && !text.contains(names.get(i))
              ? new ColumnBuilder.Numbers(names.get(i), places.size())
              : new ColumnBuilder.Texts(names.get(i), places.size()));
    }
    List<String> seen = new ArrayList<>();
    for (Path file : files) {
      readOne(
          file,
          seen,
          (line, values) -> {
            for (int i = 0; i < values.length; i++) {
              builders.get(i).add(values[i]);
            }
          });
    }
    return builders.stream().map(ColumnBuilder::build).toList();
  }

  /** Reads one file; the first file fills the names, later files are compared with them. */
  private void readOne(Path file, List<String> names, CsvRows.Row row) {
    new CsvRows(file, format, missing).read(names, row);
  }
}
