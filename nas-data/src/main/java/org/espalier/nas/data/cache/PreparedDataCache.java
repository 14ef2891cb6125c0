package org.espalier.nas.data.cache;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.lang.ref.SoftReference;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.espalier.nas.api.data.Dataset;
import org.espalier.nas.api.data.DownloadListener;
import org.espalier.nas.api.random.RandomStreams;
import org.espalier.nas.api.storage.Sha256;
import org.espalier.nas.data.prepare.Preparation;
import org.espalier.nas.data.prepare.PreparedDataset;
import org.jspecify.annotations.Nullable;

/**
 * The data sets that this process has read: files of equal content are read once, and prepared once
 * for each preparation and seed. Prepared forms of large files are also kept on the disk. The
 * garbage collector may remove data that nothing uses; they are then made again.
 */
@Singleton
public final class PreparedDataCache {
  /**
   * The version of reading, preparation and audit; raised with every change of their results. The
   * permanence test holds it.
   */
  static final int VERSION = 2;

  /** The size of files from which their prepared form is kept on the disk, in bytes: {@value}. */
  static final long LARGE = 4L << 20;

  private final Supplier<CacheFolder> folder;
  private final long threshold;
  private final Map<String, SoftReference<DataSource.Unprepared>> read = new HashMap<>();
  private final Map<String, SoftReference<PreparedDataset>> prepared = new HashMap<>();

  /** Creates a cache that uses the folder of this process's environment. */
  @Inject
  public PreparedDataCache() {
    // The environment is read when data are asked for, so that errors in it are errors of the data.
    this(CacheFolder::ofSystem, LARGE);
  }

  /**
   * Creates a cache.
   *
   * @param large size of files in bytes from which prepared data are written to the folder
   */
  PreparedDataCache(CacheFolder folder, long large) {
    this(() -> folder, large);
  }

  private PreparedDataCache(Supplier<CacheFolder> folder, long large) {
    this.folder = folder;
    this.threshold = large;
  }

  /** Returns a cache that keeps nothing on the disk. */
  public static PreparedDataCache inMemory() {
    return new PreparedDataCache(CacheFolder.none(), LARGE);
  }

  /**
   * Returns prepared data, the same whether they were known or not.
   *
   * @param streams source of the split's seed, unless the split has its own
   * @param listener receives the progress of reading and preparing
   * @throws org.espalier.nas.api.InvalidDataException if the data cannot be used as they are, or
   *     the environment variable {@code NAS_PREPARED_CACHE} is malformed
   */
  public synchronized Dataset dataset(
      DataSource source,
      Preparation preparation,
      RandomStreams streams,
      DownloadListener listener) {
    CacheFolder kept = folder.get();
    long bytes = size(source.files());
    String content = content(source);
    String key =
        new SettingsHash()
            .add(content)
            .add(preparation)
            .add(preparation.split().seed() == null ? streams.studySeed() : null)
            .hex();
    boolean large = bytes >= threshold;
    PreparedDataset known = known(prepared, key);
    if (known == null && large) {
      known = kept.read(key).orElse(null);
    }
    if (known == null) {
      PreparationProgress progress = new PreparationProgress(source, bytes, listener);
      known = read(source, content, progress).prepare(preparation, streams);
      progress.prepared();
      if (large) {
        kept.write(key, known);
      }
    }
    prepared.put(key, new SoftReference<>(known));
    return known;
  }

  private DataSource.Unprepared read(
      DataSource source, String content, PreparationProgress progress) {
    DataSource.Unprepared raw = known(read, content);
    if (raw == null) {
      raw = source.reader().apply(progress);
      read.put(content, new SoftReference<>(raw));
    }
    progress.preparing();
    return raw;
  }

  private static <T> @Nullable T known(Map<String, SoftReference<T>> map, String key) {
    map.values().removeIf(reference -> reference.get() == null);
    SoftReference<T> reference = map.get(key);
    return reference == null ? null : reference.get();
  }

  private static long size(List<Path> files) {
    long size = 0;
    for (Path file : files) {
      try {
        size += Files.size(file);
      } catch (IOException unreadable) {
        // The reader names the file and the remedy.
      }
    }
    return size;
  }

  /**
   * Returns a key of content and meaning of the files. Their names are part of it because messages
   * contain them.
   */
  private static String content(DataSource source) {
    List<String> hashes = new ArrayList<>();
    if (!source.verified()) {
      for (Path file : source.files()) {
        hashes.add(hash(file).orElse("unreadable"));
      }
    }
    SettingsHash hash = new SettingsHash().add(VERSION).add(source.name()).add(hashes);
    return hash.add(source.files()).add(source.settings()).hex();
  }

  private static Optional<String> hash(Path file) {
    try {
      return Optional.of(Sha256.of(file));
    } catch (IOException unreadable) {
      return Optional.empty();
    }
  }
}
