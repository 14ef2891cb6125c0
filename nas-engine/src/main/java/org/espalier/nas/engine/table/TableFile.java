package org.espalier.nas.engine.table;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.espalier.nas.api.storage.AtomicFile;
import org.espalier.nas.api.storage.IoReason;
import org.espalier.nas.api.storage.Sha256;
import org.jspecify.annotations.Nullable;

/**
 * The files of tables: zip files of JSON documents and NumPy arrays, which {@code numpy.load}
 * opens.
 *
 * <p>The first entries are those that the same trainings reproduce to the byte; times and
 * provenance, which belong to a machine and an hour, follow. The last entry lists the SHA-256 of
 * the contents of all others, in the format of {@code sha256sum}.
 */
public final class TableFile {
  /** The extension of the files. */
  public static final String EXTENSION = ".npz";

  private static final String HASHES = "sha256.txt";
  private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 1, 1, 0, 0);
  private static final byte[] FIRST_BYTES = {'P', 'K', 3, 4};
  private static final byte[] END = {'P', 'K', 5, 6};
  private static final int END_LENGTH = 22;
  private static final int LARGEST_ENTRY = 1 << 30;

  private TableFile() {}

  /** Returns the bytes of a table's file. */
  public static byte[] bytes(BenchmarkTable table) {
    Map<String, byte[]> entries = TableEntries.results(table);
    entries.putAll(TableEntries.circumstances(table));
    entries.put(HASHES, hashes(entries).getBytes(StandardCharsets.UTF_8));
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      zip.setLevel(9);
      for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
        ZipEntry head = new ZipEntry(entry.getKey());
        head.setTimeLocal(NO_TIME);
        zip.putNextEntry(head);
        zip.write(entry.getValue());
        zip.closeEntry();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  /**
   * Returns the SHA-256 of everything in a table but times and provenance, in hexadecimal: the same
   * whenever the same trainings give the same results. It depends on no compression.
   */
  public static String resultHash(BenchmarkTable table) {
    return Sha256.of(hashes(TableEntries.results(table)));
  }

  private static String hashes(Map<String, byte[]> entries) {
    return entries.entrySet().stream()
        .map(entry -> Sha256.of(entry.getValue()) + "  " + entry.getKey() + "\n")
        .collect(Collectors.joining());
  }

  /**
   * Writes a table; a concurrent reader sees the whole old file or the whole new one.
   *
   * @throws TableException if the file cannot be written
   */
  public static void write(BenchmarkTable table, Path file) {
    try {
      AtomicFile.write(file, bytes(table));
    } catch (IOException e) {
      throw new TableException(
          "The table " + file + " cannot be written: " + IoReason.of(e) + ".", e);
    }
  }

  /**
   * Reads a table.
   *
   * @param name the name of the source in errors
   * @param source read to its end; stays open
   * @throws TableException if it is no table, is truncated or damaged, or has another version
   */
  public static BenchmarkTable read(String name, InputStream source) {
    try {
      byte[] bytes = source.readAllBytes();
      requireZip(name, bytes);
      Map<String, byte[]> contents = contents(bytes);
      byte[] hashes = contents.remove(HASHES);
      TableEntries entries = new TableEntries(contents);
      requireVersion(name, entries);
      requireHashes(contents, hashes);
      return entries.table();
    } catch (IOException | IllegalArgumentException e) {
      throw damaged(name, e);
    }
  }

  /**
   * Reads only the definition of a table.
   *
   * @param name the name of the source in errors
   * @param source read as far as needed; stays open
   * @throws TableException if it is no table, its definition is damaged, or it has another version
   */
  public static TableDefinition definition(String name, InputStream source) {
    try {
      ZipInputStream zip = new ZipInputStream(source);
      ZipEntry first = zip.getNextEntry();
      if (first == null) {
        throw noTable(name);
      }
      TableEntries entries = new TableEntries(Map.of(first.getName(), content(first, zip)));
      requireVersion(name, entries);
      return entries.definition();
    } catch (IOException | IllegalArgumentException e) {
      throw damaged(name, e);
    }
  }

  private static void requireZip(String name, byte[] bytes) {
    if (!hasAt(bytes, 0, FIRST_BYTES)) {
      throw noTable(name);
    }
    if (!hasAt(bytes, bytes.length - END_LENGTH, END)) {
      throw new TableException(
          name + " is truncated: its end is missing. Copy it or make it again.");
    }
  }

  private static boolean hasAt(byte[] bytes, int at, byte[] expected) {
    return at >= 0
        && at + expected.length <= bytes.length
        && Arrays.equals(bytes, at, at + expected.length, expected, 0, expected.length);
  }

  private static Map<String, byte[]> contents(byte[] bytes) throws IOException {
    Map<String, byte[]> contents = new LinkedHashMap<>();
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
      ZipEntry entry = zip.getNextEntry();
      while (entry != null) {
        if (contents.put(entry.getName(), content(entry, zip)) != null) {
          throw new IOException("the entry " + entry.getName() + " is there twice");
        }
        entry = zip.getNextEntry();
      }
    }
    return contents;
  }

  private static byte[] content(ZipEntry entry, ZipInputStream zip) throws IOException {
    try {
      byte[] content = zip.readNBytes(LARGEST_ENTRY);
      zip.closeEntry();
      return content;
    } catch (EOFException e) {
      throw new IOException("the entry %s is truncated".formatted(entry.getName()), e);
    } catch (IOException e) {
      throw new IOException(
          "the entry %s cannot be decompressed: %s".formatted(entry.getName(), IoReason.of(e)), e);
    }
  }

  private static void requireVersion(String name, TableEntries entries) throws IOException {
    int version = entries.version();
    if (version != TableEntries.VERSION) {
      throw new TableException(
          "%s has the version %d of the format; this Espalier reads version %d. Maybe a newer one can read it."
              .formatted(name, version, TableEntries.VERSION));
    }
  }

  private static void requireHashes(Map<String, byte[]> contents, byte @Nullable [] stored)
      throws IOException {
    if (stored == null) {
      throw new IOException("the entry " + HASHES + " is missing");
    }
    String expected = new String(stored, StandardCharsets.UTF_8);
    for (Map.Entry<String, byte[]> entry : contents.entrySet()) {
      if (!expected.contains(hashes(Map.of(entry.getKey(), entry.getValue())))) {
        throw new IOException(
            "the entry %s does not have the SHA-256 that %s lists"
                .formatted(entry.getKey(), HASHES));
      }
    }
    if (!expected.equals(hashes(contents))) {
      throw new IOException("it lacks an entry that " + HASHES + " lists");
    }
  }

  private static TableException noTable(String name) {
    return new TableException(
        "%s is no table of results: it is not a zip file. Maybe another file was meant; nas tabulate makes tables."
            .formatted(name));
  }

  private static TableException damaged(String name, Exception cause) {
    return new TableException(
        "%s is damaged: %s. Copy it or make it again.".formatted(name, cause.getMessage()), cause);
  }
}
