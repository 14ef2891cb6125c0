package org.espalier.nas.data.cache;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.espalier.nas.api.InvalidDataException;
import org.espalier.nas.api.storage.AtomicFile;
import org.espalier.nas.data.prepare.PreparedDataset;
import org.espalier.nas.data.prepare.PreparedFile;

/**
 * A folder of prepared data or features, bounded in size; the entries that were not used for the
 * longest time are removed first. Several processes may use it. An entry that cannot be read or
 * written is treated as missing.
 */
final class CacheFolder {
  /** The environment variable with the maximum size in MiB; 0 turns the folder off. */
  static final String LIMIT = "NAS_PREPARED_CACHE";

  private static final long DEFAULT_MEBIBYTES = 2048;
  private static final String SUFFIX = ".prepared";
  private static final String PARTIAL = ".part";
  private static final Duration LONGEST_WRITE = Duration.ofHours(1);

  private final Path folder;
  private final long limit;
  private final String suffix;

  /** A reader of an entry. */
  @FunctionalInterface
  interface EntryReader<T> {
    T read(Path file) throws IOException;
  }

  /** A writer of an entry. */
  @FunctionalInterface
  interface EntryWriter {
    void write(Path file) throws IOException;
  }

  /**
   * Creates a view of a folder of prepared data, which need not exist.
   *
   * @param limit maximum size of all entries in bytes
   */
  CacheFolder(Path folder, long limit) {
    this(folder, limit, SUFFIX);
  }

  /**
   * Creates a view of a folder, which need not exist.
   *
   * @param limit maximum size of all entries in bytes
   * @param suffix the end of the entries' names
   */
  CacheFolder(Path folder, long limit, String suffix) {
    this.folder = folder;
    this.limit = limit;
    this.suffix = suffix;
  }

  /** Returns the folder beside the downloaded files of this process. */
  static CacheFolder ofSystem() {
    return new CacheFolder(
        DataFolders.ofSystem().cache().resolve("prepared"), limit(System.getenv()));
  }

  /** Returns a folder that keeps nothing. */
  static CacheFolder none() {
    return new CacheFolder(Path.of(""), 0);
  }

  /**
   * Returns the maximum size in bytes that an environment sets.
   *
   * @throws InvalidDataException if it is not a whole number of MiB
   */
  static long limit(Map<String, String> environment) {
    String text = environment.getOrDefault(LIMIT, "").strip();
    if (text.isEmpty()) {
      return DEFAULT_MEBIBYTES << 20;
    }
    if (!text.matches("\\d{1,9}")) {
      throw new InvalidDataException(
          "The environment variable %s (%s) must be the maximum size of the cache in MiB, or 0 to turn it off."
              .formatted(LIMIT, text));
    }
    return Long.parseLong(text) << 20;
  }

  /** Returns an entry and marks it as used; empty if there is none, or it is damaged. */
  Optional<PreparedDataset> read(String key) {
    return read(key, PreparedFile::read);
  }

  /** Returns an entry and marks it as used; empty if there is none, or it is damaged. */
  <T> Optional<T> read(String key, EntryReader<T> reader) {
    Path entry = entry(key);
    if (limit == 0 || !Files.isRegularFile(entry)) {
      return Optional.empty();
    }
    try {
      T data = reader.read(entry);
      Files.setLastModifiedTime(entry, FileTime.from(Instant.now()));
      return Optional.of(data);
    } catch (IOException damaged) {
      return Optional.empty();
    }
  }

  /** Writes an entry and removes old ones; does nothing if that fails, as on a full disk. */
  void write(String key, PreparedDataset data) {
    write(key, PreparedFile.size(data), file -> PreparedFile.write(file, data));
  }

  /**
   * Writes an entry and removes old ones; does nothing if that fails, as on a full disk.
   *
   * @param size about how many bytes the entry takes
   */
  void write(String key, long size, EntryWriter writer) {
    if (size > limit) {
      return;
    }
    try {
      Files.createDirectories(folder);
      Path partial = Files.createTempFile(folder, key, PARTIAL);
      try {
        writer.write(partial);
        AtomicFile.replace(partial, entry(key));
      } finally {
        Files.deleteIfExists(partial);
      }
      prune();
    } catch (IOException | UncheckedIOException unwritten) {
      // The data are in memory; only the next process has to make them again.
    }
  }

  private Path entry(String key) {
    return folder.resolve(key + suffix);
  }

  private record Entry(Path file, FileTime used, long size) {}

  private void prune() throws IOException {
    long total = 0;
    for (Entry entry : entries(suffix)) {
      total += entry.size();
      if (total > limit) {
        Files.deleteIfExists(entry.file());
      }
    }
    FileTime abandoned = FileTime.from(Instant.now().minus(LONGEST_WRITE));
    for (Entry entry : entries(PARTIAL)) {
      if (entry.used().compareTo(abandoned) < 0) {
        Files.deleteIfExists(entry.file());
      }
    }
  }

  /** Returns the files with this ending, the last used first. */
  private List<Entry> entries(String ending) throws IOException {
    List<Path> files;
    try (Stream<Path> all = Files.list(folder)) {
      files = all.filter(file -> file.toString().endsWith(ending)).sorted().toList();
    }
    List<Entry> entries = new ArrayList<>();
    for (Path file : files) {
      try {
        entries.add(new Entry(file, Files.getLastModifiedTime(file), Files.size(file)));
      } catch (IOException removed) {
        // Another process removed it.
      }
    }
    entries.sort(Comparator.comparing(Entry::used).reversed());
    return entries;
  }
}
