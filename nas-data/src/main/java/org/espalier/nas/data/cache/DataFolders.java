package org.espalier.nas.data.cache;

import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The folders of the files of public data sets, both with the same layout, and of prepared data.
 *
 * @param own a folder that the user fills; it is searched first and never written to; absent: none
 * @param cache folder of downloaded files
 */
public record DataFolders(@Nullable Path own, Path cache) {
  /** The environment variable that names the user's own folder. */
  public static final String OWN = "NAS_DATA_DIR";

  /** The environment variable that names the cache. */
  public static final String CACHE = "NAS_CACHE_DIR";

  /** Checks that the cache is present. */
  public DataFolders {
    Objects.requireNonNull(cache);
  }

  /** Returns the folders of this process. */
  public static DataFolders ofSystem() {
    return of(System.getenv(), Path.of(System.getProperty("user.home", ".")));
  }

  /** Returns the folders that an environment names; the cache is in {@code ~/.cache} by default. */
  public static DataFolders of(Map<String, String> environment, Path home) {
    String own = environment.getOrDefault(OWN, "");
    String cache = environment.getOrDefault(CACHE, "");
    return new DataFolders(
        own.isBlank() ? null : Path.of(own),
        cache.isBlank()
            ? home.resolve(".cache").resolve("espalier").resolve("data")
            : Path.of(cache));
  }
}
