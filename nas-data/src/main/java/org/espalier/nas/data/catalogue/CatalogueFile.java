package org.espalier.nas.data.catalogue;

import java.net.URI;
import java.util.Objects;
import org.espalier.nas.api.data.Download;
import org.jspecify.annotations.Nullable;

/**
 * One file of a public data set.
 *
 * @param path where it lies under a data folder: {@code wine-quality/winequality-white.csv}
 * @param sha256 its SHA-256 in hexadecimal
 * @param bytes its size
 * @param address where it is fetched from
 * @param alias another form of the same file that is accepted in its place
 */
public record CatalogueFile(
    String path, String sha256, long bytes, URI address, @Nullable Alias alias) {

  /**
   * Another form of a file, for example a packed one.
   *
   * @param path where it lies under a data folder
   * @param sha256 its SHA-256 in hexadecimal
   */
  public record Alias(String path, String sha256) {}

  /** Checks that all but the alias are there. */
  public CatalogueFile {
    Objects.requireNonNull(path);
    Objects.requireNonNull(sha256);
    Objects.requireNonNull(address);
  }

  /** This file while it is fetched. */
  Download download() {
    return new Download(path, address, Math.max(1, bytes));
  }
}
