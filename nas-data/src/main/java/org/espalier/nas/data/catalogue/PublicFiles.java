package org.espalier.nas.data.catalogue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.espalier.nas.api.InvalidDataException;
import org.espalier.nas.api.data.DownloadListener;
import org.espalier.nas.api.storage.IoReason;
import org.espalier.nas.api.storage.Sha256;
import org.espalier.nas.data.cache.DataFolders;

/** The files of public data sets in the data folders; missing files are downloaded. */
public final class PublicFiles {
  private final DataFolders folders;
  private final Downloader downloader;

  /** Creates a view of these folders; downloads go into their cache. */
  public PublicFiles(DataFolders folders) {
    this.folders = folders;
    this.downloader = new Downloader();
  }

  /** Creates a view of the folders of this process. */
  public static PublicFiles ofSystem() {
    return new PublicFiles(DataFolders.ofSystem());
  }

  /**
   * Returns the paths of an entry's files; empty if a file is missing.
   *
   * @throws InvalidDataException if the SHA-256 of a file differs from the catalogue's
   */
  public Optional<List<Path>> locate(CatalogueEntry entry) {
    List<Path> found = new ArrayList<>();
    for (CatalogueFile file : entry.files()) {
      Optional<Path> path = locate(file);
      if (path.isEmpty()) {
        return Optional.empty();
      }
      found.add(path.get());
    }
    return Optional.of(found);
  }

  /**
   * Returns the paths of an entry's files and downloads missing ones into the cache.
   *
   * @throws InvalidDataException if a file cannot be downloaded or its SHA-256 differs from the
   *     catalogue's
   */
  public List<Path> fetch(CatalogueEntry entry, DownloadListener listener) {
    CatalogueArchive archive = entry.archive();
    if (archive != null) {
      return locate(entry).orElseGet(() -> unpack(entry, archive, listener));
    }
    List<Path> files = new ArrayList<>();
    for (CatalogueFile file : entry.files()) {
      Optional<Path> present = locate(file);
      files.add(
          present.isPresent()
              ? present.get()
              : downloader.fetch(entry, file, folders.cache().resolve(file.path()), listener));
    }
    return files;
  }

  /** Extracts the files into the cache; the archive is not kept there. */
  private List<Path> unpack(
      CatalogueEntry entry, CatalogueArchive archive, DownloadListener listener) {
    CatalogueFile file = archive.file();
    Path cached = folders.cache().resolve(file.path());
    Path packed = locate(file).orElseGet(() -> downloader.fetch(entry, file, cached, listener));
    new ArchiveExtractor(entry, archive).extract(packed, folders.cache());
    List<Path> files = locate(entry).orElseThrow();
    try {
      Files.deleteIfExists(cached);
    } catch (IOException e) {
      throw new InvalidDataException(cached + " cannot be deleted: " + IoReason.of(e) + ".", e);
    }
    return files;
  }

  private Optional<Path> locate(CatalogueFile file) {
    List<Path> roots = new ArrayList<>();
    Path own = folders.own();
    if (own != null) {
      roots.add(own);
    }
    roots.add(folders.cache());
    for (Path root : roots) {
      if (Files.isRegularFile(root.resolve(file.path()))) {
        return Optional.of(verified(root.resolve(file.path()), file.sha256()));
      }
      CatalogueFile.Alias alias = file.alias();
      if (alias != null && Files.isRegularFile(root.resolve(alias.path()))) {
        return Optional.of(verified(root.resolve(alias.path()), alias.sha256()));
      }
    }
    return Optional.empty();
  }

  private static Path verified(Path path, String expected) {
    try {
      String actual = Sha256.of(path);
      if (!actual.equals(expected)) {
        throw new InvalidDataException(
            ("%s has the SHA-256 %s, the catalogue says %s. Replace it, or remove it to have it"
                    + " fetched; files of your own are read by other types of data sets.")
                .formatted(path, actual, expected));
      }
      return path;
    } catch (IOException e) {
      throw new InvalidDataException(path + " cannot be read: " + IoReason.of(e) + ".", e);
    }
  }
}
