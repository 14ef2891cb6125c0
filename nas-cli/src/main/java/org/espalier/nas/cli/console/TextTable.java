package org.espalier.nas.cli.console;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Rows of text in aligned columns. */
public final class TextTable {
  private static final String GAP = "  ";
  private static final int LEAST = 16;

  /** Alignment of the texts of a column. */
  public enum Align {
    /** Left, for words. */
    LEFT,
    /** Right, for numbers. */
    RIGHT
  }

  private final List<Align> aligns;
  private final List<List<String>> rows = new ArrayList<>();

  /** Creates a table with these alignments of its columns. */
  public TextTable(Align... aligns) {
    this.aligns = List.of(aligns);
  }

  /**
   * Adds a row.
   *
   * @param cells one text for each column
   */
  public TextTable row(String... cells) {
    if (cells.length != aligns.size()) {
      throw new IllegalArgumentException(
          "cells %s must be %d.".formatted(Arrays.toString(cells), aligns.size()));
    }
    rows.add(List.of(cells));
    return this;
  }

  /** Returns the rows as lines without trailing blanks; each ends with a line break. */
  @Override
  public String toString() {
    int[] widths =
        IntStream.range(0, aligns.size())
            .map(column -> rows.stream().mapToInt(row -> width(row.get(column))).max().orElse(0))
            .toArray();
    return rows.stream().map(row -> line(row, widths) + "\n").collect(Collectors.joining());
  }

  /**
   * Returns the rows as lines of at most {@code width} characters, if wrapping the last column is
   * sufficient; it has at least {@value #LEAST} characters.
   */
  public String fitting(int width) {
    int last = aligns.size() - 1;
    int before =
        IntStream.range(0, last)
            .map(
                column ->
                    rows.stream().mapToInt(row -> width(row.get(column))).max().orElse(0)
                        + GAP.length())
            .sum();
    TextTable wrapped = new TextTable(aligns.toArray(Align[]::new));
    for (List<String> row : rows) {
      List<String> lines = Words.wrap(row.get(last), Math.max(LEAST, width - before));
      for (int i = 0; i < lines.size(); i++) {
        String[] cells = new String[aligns.size()];
        for (int column = 0; column < last; column++) {
          cells[column] = i == 0 ? row.get(column) : "";
        }
        cells[last] = lines.get(i);
        wrapped.row(cells);
      }
    }
    return wrapped.toString();
  }

  private String line(List<String> row, int[] widths) {
    return IntStream.range(0, row.size())
        .mapToObj(column -> padded(row.get(column), widths[column], aligns.get(column)))
        .collect(Collectors.joining(GAP))
        .stripTrailing();
  }

  private static String padded(String text, int width, Align align) {
    String blanks = " ".repeat(width - width(text));
    return align == Align.LEFT ? text + blanks : blanks + text;
  }

  private static int width(String text) {
    return text.codePointCount(0, text.length());
  }
}
