package org.espalier.nas.data.catalogue;

import java.util.List;
import java.util.Objects;

/**
 * A public data set: what it is, where it is, and how its files are read.
 *
 * @param name by which experiment files name it
 * @param title one line for a person
 * @param licence as its source states it
 * @param source a page about it
 * @param rows the number of rows
 * @param files its files, in the order in which {@code reading} takes them
 * @param reading how the files are read
 */
public record CatalogueEntry(
    String name,
    String title,
    String licence,
    String source,
    int rows,
    List<CatalogueFile> files,
    Reading reading) {

  /** Checks and copies. */
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

  /** The size of all files. */
  public long bytes() {
    return files.stream().mapToLong(CatalogueFile::bytes).sum();
  }
}
