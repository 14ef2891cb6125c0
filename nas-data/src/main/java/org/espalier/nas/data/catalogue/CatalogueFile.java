package org.espalier.nas.data.catalogue;

import java.net.URI;
import java.util.Objects;
import org.espalier.nas.api.data.Download;
import org.jspecify.annotations.Nullable;

/**
 * One file of a public data set.
 *
 * @param path path relative to a data folder: {@code wine-quality/winequality-white.csv}
 * @param sha256 SHA-256 in hexadecimal
 * @param bytes size in bytes
 * @param address address of the download
 * @param alias another form of the same file that is accepted in its place
 */
public record CatalogueFile(
    String path, String sha256, long bytes, URI address, @Nullable Alias alias) {

  /**
   * Another form of a file, for example a packed one.
   *
   * @param path path relative to a data folder
   * @param sha256 SHA-256 in hexadecimal
   */
  public record Alias(String path, String sha256) {}

  /** Checks that all components but the alias are present. */
  public CatalogueFile {
    Objects.requireNonNull(path);
    Objects.requireNonNull(sha256);
    Objects.requireNonNull(address);
  }

  /** Returns this file as an item of a download. */
  Download download() {
    return new Download(path, address, Math.max(1, bytes));
  }
}
