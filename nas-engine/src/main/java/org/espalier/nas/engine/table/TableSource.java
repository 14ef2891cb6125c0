package org.espalier.nas.engine.table;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.espalier.nas.api.InvalidSettingException;
import org.espalier.nas.api.plugin.Spelling;
import org.espalier.nas.api.storage.IoReason;
import org.jspecify.annotations.Nullable;

/**
 * The source of a table: a file, or a table included in Espalier.
 *
 * @param file the file, or null
 * @param shipped the name of an included table, or null
 */
public record TableSource(@Nullable Path file, @Nullable String shipped) {
  /** The names of the included tables. */
  public static final List<String> SHIPPED =
      List.of(
          "wine-mlp", "nasbench-201-cifar10", "nasbench-201-cifar100", "nasbench-201-imagenet16");

  /**
   * Checks that exactly one of the two is given.
   *
   * @throws InvalidSettingException if no table of that name is included
   */
  public TableSource {
    if ((file == null) == (shipped == null)) {
      throw new IllegalArgumentException(
          "Either file (%s) or shipped (%s) must be given.".formatted(file, shipped));
    }
    if (shipped != null && !SHIPPED.contains(shipped)) {
      throw new InvalidSettingException(
          "table",
          "table (%s) must be a table included with Espalier: %s.%s Set file to use a table of your own."
              .formatted(
                  shipped, String.join(", ", SHIPPED), Spelling.suggestion(shipped, SHIPPED)));
    }
  }

  /** Returns its name in errors. */
  public String name() {
    return file == null ? "The table " + shipped : file.toString();
  }

  /** Returns the whole table. */
  BenchmarkTable read() {
    return read(source -> TableFile.read(name(), source));
  }

  /** Returns the definition of the table. */
  TableDefinition definition() {
    return read(source -> TableFile.definition(name(), source));
  }

  private interface Reading<T> {
    T of(InputStream source);
  }

  private <T> T read(Reading<T> reading) {
    try (InputStream source = open()) {
      return reading.of(source);
    } catch (IOException e) {
      throw new InvalidSettingException(
          file == null ? "table" : "file", name() + " cannot be read: " + IoReason.of(e) + ".");
    }
  }

  private InputStream open() throws IOException {
    if (file != null) {
      if (!Files.isRegularFile(file)) {
        throw new InvalidSettingException(
            "file",
            "file (%s) is not there. Make it with nas tabulate or nas import.".formatted(file));
      }
      return new BufferedInputStream(Files.newInputStream(file));
    }
    InputStream resource = TableSource.class.getResourceAsStream(shipped + TableFile.EXTENSION);
    if (resource == null) {
      throw new IOException("it is missing from this build");
    }
    return resource;
  }

  /** Returns a value that changes with the file. */
  String stamp() {
    try {
      return file == null
          ? name()
          : "%s %s %d".formatted(file, Files.getLastModifiedTime(file), Files.size(file));
    } catch (IOException missing) {
      return name();
    }
  }
}
