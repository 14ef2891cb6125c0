package org.espalier.nas.data.catalogue;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.espalier.nas.api.InvalidDataException;
import org.espalier.nas.api.storage.AtomicFile;
import org.espalier.nas.api.storage.IoReason;
import org.espalier.nas.api.storage.Sha256;

/** An extractor of the files of a data set from its archive. */
final class ArchiveExtractor {
  private static final int BUFFER = 1 << 16;

  private final CatalogueEntry entry;
  private final CatalogueArchive archive;

  ArchiveExtractor(CatalogueEntry entry, CatalogueArchive archive) {
    this.entry = entry;
    this.archive = archive;
  }

  /**
   * Extracts all files of the entry; each appears under its name once it is complete and verified.
   *
   * @param packed the archive
   * @param folder the data folder to extract to
   * @throws InvalidDataException if the archive cannot be read, lacks a file, or the SHA-256 of one
   *     differs from the catalogue's
   */
  void extract(Path packed, Path folder) {
    Map<String, CatalogueFile.Alias> wanted = new HashMap<>();
    entry.files().forEach(file -> wanted.put(archive.member(file), CatalogueArchive.form(file)));
    try (InputStream bytes = new BufferedInputStream(Files.newInputStream(packed), BUFFER);
        InputStream unpacked = new GZIPInputStream(bytes, BUFFER)) {
      TarReader tar = new TarReader(unpacked);
      for (String name = tar.next(); !name.isEmpty() && !wanted.isEmpty(); name = tar.next()) {
        CatalogueFile.Alias member = wanted.remove(name);
        if (member != null) {
          extract(packed, tar, member, folder.resolve(member.path()));
        }
      }
    } catch (IOException e) {
      throw new InvalidDataException(
          "%s cannot be unpacked: %s.".formatted(packed, IoReason.of(e)), e);
    }
    if (!wanted.isEmpty()) {
      throw new InvalidDataException(
          "%s lacks the file %s of %s."
              .formatted(packed, wanted.keySet().iterator().next(), entry.name()));
    }
  }

  private static void extract(Path packed, TarReader tar, CatalogueFile.Alias member, Path target)
      throws IOException {
    Path parent = Files.createDirectories(target.toAbsolutePath().getParent());
    Path partial = Files.createTempFile(parent, ".unpack-", ".part");
    try {
      Sha256 hash = new Sha256();
      try (OutputStream out = Files.newOutputStream(partial)) {
        byte[] buffer = new byte[BUFFER];
        for (int read = tar.read(buffer); read >= 0; read = tar.read(buffer)) {
          out.write(buffer, 0, read);
          hash.add(buffer, read);
        }
      }
      String actual = hash.hex();
      if (!actual.equals(member.sha256())) {
        throw new InvalidDataException(
            "%s of %s has the SHA-256 %s, the catalogue says %s. It was not kept."
                .formatted(target.getFileName(), packed, actual, member.sha256()));
      }
      AtomicFile.replace(partial, target);
    } finally {
      Files.deleteIfExists(partial);
    }
  }
}
