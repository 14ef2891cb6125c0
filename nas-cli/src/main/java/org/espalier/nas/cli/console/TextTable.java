package org.espalier.nas.cli.console;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Rows of text in aligned columns. */
public final class TextTable {
  private static final String GAP = "  ";
  private static final int LEAST = 16;
  private static final int SHORTEST = 8;

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
    return text(widths());
  }

  private String text(int[] widths) {
    return rows.stream().map(row -> line(row, widths) + "\n").collect(Collectors.joining());
  }

  private int[] widths() {
    return IntStream.range(0, aligns.size())
        .map(column -> rows.stream().mapToInt(row -> width(row.get(column))).max().orElse(0))
        .toArray();
  }

  /**
   * Returns the rows as lines of at most {@code width} characters: the longest columns of words are
   * cut, at most to {@value #SHORTEST} characters, and then the ends of lines.
   */
  public String cut(int width) {
    int[] widths = widths();
    int excess = IntStream.of(widths).sum() + GAP.length() * (widths.length - 1) - width;
    while (excess > 0) {
      int widest = widestWords(widths);
      if (widest < 0) {
        break;
      }
      widths[widest]--;
      excess--;
    }
    return text(widths)
        .lines()
        .map(line -> shortened(line, width) + "\n")
        .collect(Collectors.joining());
  }

  /** Returns the widest column of words that can be cut, the last of equal ones; or -1. */
  private int widestWords(int[] widths) {
    int widest = -1;
    for (int column = 0; column < widths.length; column++) {
      if (aligns.get(column) == Align.LEFT
          && widths[column] > SHORTEST
          && (widest < 0 || widths[column] >= widths[widest])) {
        widest = column;
      }
    }
    return widest;
  }

  private static String shortened(String text, int width) {
    return width(text) <= width
        ? text
        : text.substring(0, text.offsetByCodePoints(0, Math.max(0, width - 1))) + "\u2026";
  }

  /**
   * Returns the rows as lines of at most {@code width} characters: the last column is wrapped, but
   * has at least {@value #LEAST} characters.
   */
  public String fitting(int width) {
    return wrapped(width, false);
  }

  /**
   * Returns the rows as {@link #fitting} does, but breaks words and cuts lines that are too long.
   */
  public String folded(int width) {
    return wrapped(width, true)
        .lines()
        .map(line -> shortened(line, width) + "\n")
        .collect(Collectors.joining());
  }

  private String wrapped(int width, boolean breaking) {
    int last = aligns.size() - 1;
    int before = IntStream.of(widths()).limit(last).sum() + GAP.length() * last;
    TextTable wrapped = new TextTable(aligns.toArray(Align[]::new));
    int room = Math.max(LEAST, width - before);
    for (List<String> row : rows) {
      List<String> lines = Words.wrap(row.get(last), room);
      if (breaking) {
        lines = lines.stream().flatMap(line -> parts(line, room)).toList();
      }
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

  private static Stream<String> parts(String line, int length) {
    return width(line) <= length
        ? Stream.of(line)
        : Stream.concat(
            Stream.of(line.substring(0, line.offsetByCodePoints(0, length))),
            parts(line.substring(line.offsetByCodePoints(0, length)), length));
  }

  private String line(List<String> row, int[] widths) {
    return IntStream.range(0, row.size())
        .mapToObj(
            column ->
                padded(
                    shortened(row.get(column), widths[column]), widths[column], aligns.get(column)))
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
