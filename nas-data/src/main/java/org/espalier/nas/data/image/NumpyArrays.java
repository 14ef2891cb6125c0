package org.espalier.nas.data.image;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.espalier.nas.api.InvalidDataException;
import org.espalier.nas.api.plugin.Spelling;
import org.jspecify.annotations.Nullable;

/**
 * The arrays in an archive of {@code numpy.savez}, or in a folder of files of {@code numpy.save}.
 */
final class NumpyArrays implements AutoCloseable {
  private static final String ENDING = ".npy";
  private static final int BUFFER = 1 << 16;

  private final Path path;
  private final @Nullable ZipFile archive;

  private NumpyArrays(Path path, @Nullable ZipFile archive) {
    this.path = path;
    this.archive = archive;
  }

  /**
   * Opens an archive or a folder.
   *
   * @throws InvalidDataException if it is another file
   * @throws IOException if it cannot be read
   */
  static NumpyArrays open(Path path) throws IOException {
    if (Files.isDirectory(path)) {
      return new NumpyArrays(path, null);
    }
    if (path.toString().endsWith(ENDING)) {
      throw new InvalidDataException(
          "%s is a single array; set file to its folder, and images and labels to the names of arrays in it without %s."
              .formatted(path, ENDING));
    }
    try {
      Files.size(path); // Names the reason, which the exception of an absent archive leaves out.
      return new NumpyArrays(path, new ZipFile(path.toFile()));
    } catch (ZipException e) {
      throw new InvalidDataException(
          path + " is no intact archive of numpy.savez; write or fetch it again.", e);
    }
  }

  /** Returns true if there is an array of this name. */
  boolean contains(String name) {
    return archive == null
        ? Files.isRegularFile(path.resolve(name + ENDING))
        : archive.getEntry(name + ENDING) != null;
  }

  /**
   * Returns an array.
   *
   * @throws InvalidDataException if there is none of this name, or it is no array of numbers
   */
  NpyArray array(String name) throws IOException {
    if (!contains(name)) {
      List<String> known = names();
      throw new InvalidDataException(
          "%s has no array %s; it has %s.%s"
              .formatted(
                  path,
                  name,
                  known.isEmpty() ? "none" : String.join(", ", known),
                  Spelling.suggestion(name, known)));
    }
    ZipFile packed = archive;
    if (packed == null) {
      Path file = path.resolve(name + ENDING);
      return NpyArray.of(
          file.toString(), () -> new BufferedInputStream(Files.newInputStream(file), BUFFER));
    }
    ZipEntry entry = packed.getEntry(name + ENDING);
    return NpyArray.of(
        path + ": " + name, () -> new BufferedInputStream(packed.getInputStream(entry), BUFFER));
  }

  /** Returns the names of all arrays in alphabetical order. */
  private List<String> names() throws IOException {
    ZipFile packed = archive;
    try (Stream<String> all =
        packed == null
            ? Files.list(path).map(file -> String.valueOf(file.getFileName()))
            : packed.stream().map(ZipEntry::getName)) {
      return all.filter(name -> name.endsWith(ENDING))
          .map(name -> name.substring(0, name.length() - ENDING.length()))
          .sorted()
          .toList();
    }
  }

  @Override
  public void close() throws IOException {
    if (archive != null) {
      archive.close();
    }
  }
}
