package org.espalier.nas.data.table;

import java.time.DateTimeException;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.espalier.nas.api.InvalidDataException;
import org.jspecify.annotations.Nullable;

/** A builder of a column whose type and number of rows are known. */
sealed interface ColumnBuilder {

  /** Adds the value of the next row, or null if it is missing. */
  void add(@Nullable String value);

  /** Returns the column. */
  Column build();

  /** A builder of a column of numbers. */
  final class Numbers implements ColumnBuilder {
    private final String name;
    private final NumberSyntax syntax;
    private final double[] values;
    private int rows;

    Numbers(String name, NumberSyntax syntax, int rows) {
      this.name = name;
      this.syntax = syntax;
      this.values = new double[rows];
    }

    @Override
    public void add(@Nullable String value) {
      values[rows++] = value == null ? Double.NaN : syntax.number(value);
    }

    @Override
    public Column build() {
      return new NumericColumn(name, values);
    }
  }

  /** A builder of a column of dates, which are read as days since 1970-01-01. */
  final class Dates implements ColumnBuilder {
    private final String name;
    private final String pattern;
    private final DateTimeFormatter reader;
    private final RowPlaces places;
    private final double[] values;
    private int rows;

    Dates(String name, String pattern, RowPlaces places) {
      this.name = name;
      this.pattern = pattern;
      this.reader = DatePatterns.reader(name, pattern);
      this.places = places;
      this.values = new double[places.size()];
    }

    @Override
    public void add(@Nullable String value) {
      try {
        values[rows] = value == null ? Double.NaN : DatePatterns.days(reader, value);
        rows++;
      } catch (DateTimeException e) {
        throw new InvalidDataException(
            "%s: %s (%s) must be a date of the form %s. Change dates.%s, or add a text that marks a missing value to format.missingMarkers."
                .formatted(places.of(rows), name, value, pattern, name),
            e);
      }
    }

    @Override
    public Column build() {
      return new NumericColumn(name, values);
    }
  }

  /** A builder of a column of categories. */
  final class Texts implements ColumnBuilder {
    private final String name;
    private final int[] codes;
    private final Map<String, Integer> index = new HashMap<>();
    private int rows;

    Texts(String name, int rows) {
      this.name = name;
      this.codes = new int[rows];
    }

    @Override
    public void add(@Nullable String value) {
      codes[rows++] = value == null ? -1 : code(value);
    }

    private int code(String value) {
      int next = index.size();
      Integer known = index.putIfAbsent(value, next);
      return known == null ? next : known;
    }

    @Override
    public Column build() {
      List<String> sorted = new ArrayList<>(index.keySet());
      Collections.sort(sorted);
      int[] sortedCode = new int[sorted.size()];
      for (int i = 0; i < sortedCode.length; i++) {
        sortedCode[index.getOrDefault(sorted.get(i), -1)] = i;
      }
      return new TextColumn(
          name,
          sorted,
          Arrays.stream(codes).map(code -> code < 0 ? code : sortedCode[code]).toArray());
    }
  }
}
