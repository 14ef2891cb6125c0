package org.espalier.nas.data.table;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The origins of the rows of a table: files and lines, or numbers of generated rows. */
public final class RowPlaces {

  private record Origin(String name, int firstRow) {}

  private final List<Origin> origins;
  private final int[] lines;
  private final String separator;

  private RowPlaces(List<Origin> origins, int[] lines, String separator) {
    this.origins = List.copyOf(origins);
    this.lines = lines;
    this.separator = separator;
  }

  /** Returns the places of rows that only have a number, from 1. */
  static RowPlaces numbered(String name, int rows) {
    int[] numbers = new int[rows];
    Arrays.setAll(numbers, row -> row + 1);
    return new RowPlaces(List.of(new Origin(name, 0)), numbers, ", row ");
  }

  /** Returns the number of rows. */
  int size() {
    return lines.length;
  }

  /** Returns the first row of the last file; the number of rows if there is one file. */
  int firstRowOfLastFile() {
    return origins.size() == 1 ? size() : origins.get(origins.size() - 1).firstRow();
  }

  /** Returns the place of a row. */
  String of(int row) {
    String name = "";
    for (Origin origin : origins) {
      if (row >= origin.firstRow()) {
        name = origin.name();
      }
    }
    return name + separator + lines[row];
  }

  /** A builder that collects the places while files are read. */
  static final class Builder {
    private final List<Origin> origins = new ArrayList<>();
    private int[] lines = new int[1024];
    private int rows;

    /** Begins a file. */
    void file(String name) {
      origins.add(new Origin(name, rows));
    }

    /** Adds a row that starts at this line. */
    void row(long line) {
      if (rows == lines.length) {
        lines = Arrays.copyOf(lines, 2 * rows);
      }
      lines[rows++] = Math.toIntExact(line);
    }

    /** Returns the number of rows so far. */
    int rows() {
      return rows;
    }

    /** Returns the places collected. */
    RowPlaces build() {
      return new RowPlaces(origins, Arrays.copyOf(lines, rows), ":");
    }
  }
}
