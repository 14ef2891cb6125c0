package org.espalier.nas.data.table;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Where the rows of a table came from: files and lines, or numbers of generated rows. */
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

  /** The places of rows that are only counted, from 1. */
  static RowPlaces numbered(String name, int rows) {
    int[] numbers = new int[rows];
    Arrays.setAll(numbers, row -> row + 1);
    return new RowPlaces(List.of(new Origin(name, 0)), numbers, ", row ");
  }

  /** The number of rows. */
  int size() {
    return lines.length;
  }

  /** The first row of the last file; the number of rows where there is one file. */
  int firstRowOfLastFile() {
    return origins.size() == 1 ? size() : origins.get(origins.size() - 1).firstRow();
  }

  /** The place of one row. */
  String of(int row) {
    String name = "";
    for (Origin origin : origins) {
      if (row >= origin.firstRow()) {
        name = origin.name();
      }
    }
    return name + separator + lines[row];
  }

  /** Collects the places while files are read. */
  static final class Builder {
    private final List<Origin> origins = new ArrayList<>();
    private int[] lines = new int[1024];
    private int rows;

    /** What follows comes from this file. */
    void file(String name) {
      origins.add(new Origin(name, rows));
    }

    /** The next row starts at this line. */
    void row(long line) {
      if (rows == lines.length) {
        lines = Arrays.copyOf(lines, 2 * rows);
      }
      lines[rows++] = Math.toIntExact(line);
    }

    /** The number of rows so far. */
    int rows() {
      return rows;
    }

    /** The places collected. */
    RowPlaces build() {
      return new RowPlaces(origins, Arrays.copyOf(lines, rows), ":");
    }
  }
}
