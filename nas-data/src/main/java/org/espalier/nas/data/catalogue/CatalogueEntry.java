package org.espalier.nas.data.catalogue;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A public data set: its description, its files and their format.
 *
 * @param name name in experiment files
 * @param title description in one line
 * @param licence licence as the source states it
 * @param source address of a page about it
 * @param rows number of rows
 * @param files files in the order in which {@code reading} takes them
 * @param archive archive that contains all files, from which those that are missing are taken
 *     instead of from addresses of their own
 * @param reading format of the files
 */
public record CatalogueEntry(
    String name,
    String title,
    String licence,
    String source,
    int rows,
    List<CatalogueFile> files,
    @Nullable CatalogueArchive archive,
    Reading reading) {

  /** Checks and copies the components. */
  public CatalogueEntry {
    Objects.requireNonNull(name);
    Objects.requireNonNull(title);
    Objects.requireNonNull(licence);
    Objects.requireNonNull(source);
    Objects.requireNonNull(reading);
    files = List.copyOf(files);
    if (files.isEmpty()) {
      throw new IllegalArgumentException("files of " + name + " must be one at least.");
    }
  }

  /** Returns the size of all files. */
  public long bytes() {
    return files.stream().mapToLong(CatalogueFile::bytes).sum();
  }
}
