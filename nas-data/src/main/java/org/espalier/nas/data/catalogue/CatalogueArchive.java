package org.espalier.nas.data.catalogue;

import java.nio.file.Path;
import java.util.Objects;

/**
 * A tar archive, packed by gzip, that contains the files of a public data set.
 *
 * @param file the archive
 * @param folder the folder in the archive that the files lie in
 */
public record CatalogueArchive(CatalogueFile file, String folder) {

  /** Checks that both components are present. */
  public CatalogueArchive {
    Objects.requireNonNull(file);
    Objects.requireNonNull(folder);
  }

  /** Returns the form in which the archive contains a file. */
  static CatalogueFile.Alias form(CatalogueFile file) {
    CatalogueFile.Alias alias = file.alias();
    return alias == null ? new CatalogueFile.Alias(file.path(), file.sha256()) : alias;
  }

  /** Returns the name of a file in the archive. */
  String member(CatalogueFile file) {
    return folder + "/" + Path.of(form(file).path()).getFileName();
  }
}
