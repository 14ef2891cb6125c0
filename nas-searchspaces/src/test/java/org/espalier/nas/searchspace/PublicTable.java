package org.espalier.nas.searchspace;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;

/** The rows of a compressed table in {@code NAS_DATA_DIR}, for tests. */
public final class PublicTable {
  private PublicTable() {}

  /** Returns the rows, values by column; skips the test if the table is not there. */
  public static List<Map<String, String>> read(String file) {
    String folder = System.getenv("NAS_DATA_DIR");
    assumeTrue(folder != null, "NAS_DATA_DIR is not set");
    Path path = Path.of(String.valueOf(folder), file);
    assumeTrue(Files.exists(path), file + " is not in NAS_DATA_DIR");
    try (BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(path)), StandardCharsets.UTF_8))) {
      String[] columns = reader.readLine().split(",", -1);
      return reader.lines().map(line -> row(columns, line.split(",", -1))).toList();
    } catch (IOException error) {
      throw new UncheckedIOException(error);
    }
  }

  private static Map<String, String> row(String[] columns, String[] values) {
    Map<String, String> row = new HashMap<>();
    for (int i = 0; i < columns.length; i++) {
      row.put(columns[i], values[i]);
    }
    return row;
  }
}
