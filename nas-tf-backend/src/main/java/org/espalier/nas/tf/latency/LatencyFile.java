package org.espalier.nas.tf.latency;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.zip.GZIPInputStream;
import org.espalier.nas.api.InvalidSettingException;
import org.espalier.nas.api.storage.IoReason;
import org.jspecify.annotations.Nullable;

/**
 * A CSV file of latencies: a header, and rows with as many values. A file whose name ends in {@code
 * .gz} is decompressed; values with commas are in double quotes.
 *
 * @param file the file
 * @param columns names of the columns
 * @param rows rows in their order
 */
record LatencyFile(Path file, List<String> columns, List<Row> rows) {
  private static final String LATENCY = "latency";

  /** Copies. */
  LatencyFile {
    columns = List.copyOf(columns);
    rows = List.copyOf(rows);
  }

  /**
   * A row.
   *
   * @param line line number, from 1
   * @param values values in the order of the columns
   */
  record Row(int line, List<String> values) {
    /** Copies. */
    Row {
      values = List.copyOf(values);
    }
  }

  /**
   * Reads a file.
   *
   * @throws InvalidSettingException of the setting {@code table} if it cannot be read
   */
  static LatencyFile read(Path file) {
    try (InputStream raw = Files.newInputStream(file);
        InputStream in = file.toString().endsWith(".gz") ? new GZIPInputStream(raw) : raw;
        BufferedReader lines =
            new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      List<String> columns = null;
      List<Row> rows = new ArrayList<>();
      int number = 1;
      for (String line = lines.readLine(); line != null; line = lines.readLine(), number++) {
        if (line.isBlank()) {
          continue;
        }
        List<String> values = values(file, number, columns == null ? withoutMark(line) : line);
        if (columns == null) {
          columns = values;
        } else if (values.size() != columns.size()) {
          throw refused(
              "table (%s), line %d has %d values for %d columns. Values with commas must be in double quotes."
                  .formatted(file, number, values.size(), columns.size()));
        } else {
          rows.add(new Row(number, values));
        }
      }
      if (columns == null || rows.isEmpty()) {
        throw refused(
            "table (%s) has no rows. It must have a header and a row for each latency."
                .formatted(file));
      }
      return new LatencyFile(file, columns, rows);
    } catch (IOException e) {
      throw refused(
          "table (%s) cannot be read: %s. Set table to a CSV file, which may be compressed (.csv.gz)."
              .formatted(file, IoReason.of(e)));
    }
  }

  private static String withoutMark(String line) {
    return line.startsWith("\uFEFF") ? line.substring(1) : line;
  }

  private static List<String> values(Path file, int number, String line) {
    List<String> values = new ArrayList<>();
    StringBuilder value = new StringBuilder();
    boolean quoted = false;
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      if (c == '"' && quoted && i + 1 < line.length() && line.charAt(i + 1) == '"') {
        value.append(c);
        i++;
      } else if (c == '"') {
        quoted = !quoted;
      } else if (c == ',' && !quoted) {
        values.add(value.toString().strip());
        value.setLength(0);
      } else {
        value.append(c);
      }
    }
    if (quoted) {
      throw refused(
          "table (%s), line %d has a double quote that is not closed. Close it."
              .formatted(file, number));
    }
    values.add(value.toString().strip());
    return values;
  }

  /**
   * Returns the index of the column with the latencies.
   *
   * @param device its name; null for {@code latency}
   * @throws InvalidSettingException if there is no such column
   */
  int latencies(@Nullable String device) {
    int index = columns.indexOf(device == null ? LATENCY : device);
    if (index >= 0) {
      return index;
    }
    throw new InvalidSettingException(
        device == null ? "table" : "device",
        device == null
            ? "table (%s) has no column latency. Set device to the column with the latencies: %s."
                .formatted(file, columns)
            : "device (%s) is not a column of %s; its columns are %s."
                .formatted(device, file, columns));
  }

  /**
   * Returns a latency.
   *
   * @return milliseconds; empty if the row has none
   * @throws InvalidSettingException if the value is no number, infinite or negative
   */
  OptionalDouble latency(Row row, int column) {
    String text = row.values().get(column);
    if (text.isEmpty()) {
      return OptionalDouble.empty();
    }
    double value;
    try {
      value = Double.parseDouble(text);
    } catch (NumberFormatException none) {
      value = Double.NaN;
    }
    if (!(value >= 0) || !Double.isFinite(value)) {
      throw fault(
          row,
          column,
          "(%s) must be a time in milliseconds, finite and not negative. Fix the value, or leave it empty if it is unknown."
              .formatted(text));
    }
    return OptionalDouble.of(value);
  }

  /** Returns the error of a value. */
  InvalidSettingException fault(Row row, int column, String reason) {
    return refused(
        "table (%s), line %d, column %s %s"
            .formatted(file, row.line(), columns.get(column), reason));
  }

  /** Returns an error of the setting {@code table}. */
  static InvalidSettingException refused(String message) {
    return new InvalidSettingException("table", message);
  }
}
