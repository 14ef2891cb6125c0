package org.espalier.nas.data.table;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.espalier.nas.api.InvalidDataException;
import org.jspecify.annotations.Nullable;

/** The detection of columns that hold only numbers, and of those that hold mostly numbers. */
final class ColumnTypes {
  private static final int MOST_REPORTED = 10;

  /** The number of values of each notation in one column, and the first of each. */
  private static final class Content {
    private final int[] counts = new int[Notation.values().length];
    private final int[] firstRow = new int[counts.length];
    private final @Nullable String[] example = new @Nullable String[counts.length];

    void add(Notation notation, String value, int row) {
      int kind = notation.ordinal();
      if (counts[kind]++ == 0) {
        firstRow[kind] = row;
        example[kind] = value;
      }
    }

    int total() {
      return IntStream.of(counts).sum();
    }

    int count(Notation notation) {
      return counts[notation.ordinal()];
    }

    boolean numeric() {
      return count(Notation.NUMBER) == total();
    }

    boolean suspicious() {
      int numbers =
          Stream.of(Notation.values()).filter(Notation::numeric).mapToInt(this::count).sum();
      boolean mostly = 2 * numbers > total() || 2 * count(Notation.DATE) > total();
      return mostly && !numeric();
    }
  }

  private final CsvFormat format;
  private final NumberSyntax syntax;
  private Content[] contents = {};

  ColumnTypes(CsvFormat format) {
    this.format = format;
    this.syntax = new NumberSyntax(format);
  }

  /** Adds the values of a row; null is a missing value. */
  void see(@Nullable String[] values, int row) {
    if (contents.length < values.length) {
      contents = new Content[values.length];
      Arrays.setAll(contents, i -> new Content());
    }
    for (int i = 0; i < values.length; i++) {
      String value = values[i];
      if (value != null) {
        contents[i].add(Notation.of(value, syntax), value, row);
      }
    }
  }

  /** Returns true if every value of a column is a number. */
  boolean numeric(int column) {
    return contents[column].numeric();
  }

  /**
   * Rejects columns most of whose values are numbers or dates and that are not numeric: as
   * categories they would be useless.
   *
   * @param names the columns' names; those with a role are not checked
   * @throws InvalidDataException if there are such columns; the message names each with the number
   *     of its values that are no numbers, an example and the settings that help
   */
  void rejectMixed(List<String> names, ColumnRoles roles, RowPlaces places) {
    List<String> problems = new ArrayList<>();
    for (int i = 0; i < names.size(); i++) {
      String name = names.get(i);
      if (!roles.text(name) && !roles.dates().containsKey(name) && contents[i].suspicious()) {
        problems.add(problem(name, contents[i], places));
      }
    }
    if (!problems.isEmpty()) {
      String rest =
          problems.size() > MOST_REPORTED
              ? "\nThe same holds of " + (problems.size() - MOST_REPORTED) + " more columns."
              : "";
      throw new InvalidDataException(
          problems.stream().limit(MOST_REPORTED).collect(Collectors.joining("\n")) + rest);
    }
  }

  private String problem(String name, Content content, RowPlaces places) {
    List<Notation> wrong =
        Stream.of(Notation.values())
            .filter(notation -> notation != Notation.NUMBER && content.count(notation) > 0)
            .sorted((a, b) -> Integer.compare(content.count(b), content.count(a)))
            .toList();
    String place = places.of(content.firstRow[wrong.get(0).ordinal()]);
    int others = content.total() - content.count(Notation.NUMBER);
    return "%s: %d of %d values of %s %s. %s If %s holds categories, add it to categorical; if it is of no use, to drop."
        .formatted(
            place,
            others,
            content.total(),
            name,
            others == 1 ? "is not read as a number" : "are not read as numbers",
            wrong.stream()
                .map(notation -> sentence(notation, name, content, places, place))
                .collect(Collectors.joining(" ")),
            name);
  }

  private String sentence(
      Notation notation, String name, Content content, RowPlaces places, String shown) {
    String value = content.example[notation.ordinal()];
    String example = value == null ? "" : value;
    String place = places.of(content.firstRow[notation.ordinal()]);
    return "%s%s (%d): %s."
        .formatted(
            example.length() > 40 ? example.substring(0, 40) + "…" : example,
            place.equals(shown) ? "" : " at " + place,
            content.count(notation),
            notation.remedy(example, name, format));
  }
}
