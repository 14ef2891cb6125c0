package org.espalier.nas.data.catalogue;

import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Where the files of public data sets lie. Both folders have the same layout.
 *
 * @param own a folder that a person fills; it is looked in first and never written to; absent: none
 * @param cache where fetched files are kept
 */
public record DataFolders(@Nullable Path own, Path cache) {
  /** The environment variable that names a folder of one's own. */
  public static final String OWN = "NAS_DATA_DIR";

  /** The environment variable that names the cache. */
  public static final String CACHE = "NAS_CACHE_DIR";

  /** Checks that there is a cache. */
  public DataFolders {
    Objects.requireNonNull(cache);
  }

  /** The folders of this process. */
  public static DataFolders ofSystem() {
    return of(System.getenv(), Path.of(System.getProperty("user.home", ".")));
  }

  /** The folders that an environment names; the cache is by default in {@code ~/.cache}. */
  static DataFolders of(Map<String, String> environment, Path home) {
    String own = environment.getOrDefault(OWN, "");
    String cache = environment.getOrDefault(CACHE, "");
    return new DataFolders(
        own.isBlank() ? null : Path.of(own),
        cache.isBlank()
            ? home.resolve(".cache").resolve("espalier").resolve("data")
            : Path.of(cache));
  }
}
