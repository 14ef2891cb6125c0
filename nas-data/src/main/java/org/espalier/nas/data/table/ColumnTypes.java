package org.espalier.nas.data.table;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.espalier.nas.api.InvalidDataException;
import org.jspecify.annotations.Nullable;

/** The detection of columns that hold only numbers, and of those that hold mostly numbers. */
final class ColumnTypes {
  private static final int MOST_REPORTED = 10;
  private static final int LONGEST_SHOWN = 40;

  /** The number of values of one notation in a column, and the first of them. */
  private static final class Group {
    private final String example;
    private final int firstRow;
    private int count;

    Group(String example, int firstRow) {
      this.example = example;
      this.firstRow = firstRow;
    }
  }

  /** The values of one column by notation. */
  private static final class Content {
    private final Map<Notation, Group> groups = new EnumMap<>(Notation.class);

    void add(Notation notation, String value, int row) {
      Group group = groups.get(notation);
      if (group == null) {
        group = new Group(value, row);
        groups.put(notation, group);
      }
      group.count++;
    }

    int total() {
      return groups.values().stream().mapToInt(group -> group.count).sum();
    }

    int count(Notation notation) {
      Group group = groups.get(notation);
      return group == null ? 0 : group.count;
    }

    /** Returns the values that are no numbers of the file, the most frequent notation first. */
    List<Map.Entry<Notation, Group>> others() {
      return groups.entrySet().stream()
          .filter(entry -> entry.getKey() != Notation.NUMBER)
          .sorted((a, b) -> Integer.compare(b.getValue().count, a.getValue().count))
          .toList();
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
    List<Map.Entry<Notation, Group>> wrong = content.others();
    String place = places.of(wrong.get(0).getValue().firstRow);
    int others = content.total() - content.count(Notation.NUMBER);
    return "%s: %d of %d values of %s %s. %s If %s holds categories, add it to categorical; if it is of no use, to drop."
        .formatted(
            place,
            others,
            content.total(),
            name,
            others == 1 ? "is not read as a number" : "are not read as numbers",
            wrong.stream()
                .map(entry -> sentence(entry.getKey(), entry.getValue(), name, places, place))
                .collect(Collectors.joining(" ")),
            name);
  }

  private String sentence(
      Notation notation, Group group, String name, RowPlaces places, String shown) {
    String example = group.example;
    String place = places.of(group.firstRow);
    return "%s%s (%d): %s."
        .formatted(
            example.length() > LONGEST_SHOWN ? example.substring(0, LONGEST_SHOWN) + "…" : example,
            place.equals(shown) ? "" : " at " + place,
            group.count,
            notation.remedy(example, name, format));
  }
}
