package org.espalier.nas.cli.author;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Map;
import java.util.stream.Stream;
import org.espalier.nas.api.InvalidSettingException;
import org.espalier.nas.api.NasException;
import org.espalier.nas.api.storage.IoReason;

/** Writes projects completely or not at all. */
public final class ProjectFolder {

  private ProjectFolder() {}

  /**
   * Writes all files of a project.
   *
   * @param folder must not exist, or must be empty
   * @throws InvalidSettingException if it contains files
   * @throws NasException if the files cannot be written; in this case all are deleted
   */
  public static void write(Path folder, Map<Path, byte[]> files) {
    requireFree(folder);
    Path target = folder.toAbsolutePath().normalize();
    Path partial = target.resolveSibling("." + target.getFileName() + ".partial");
    try {
      delete(partial);
      for (Map.Entry<Path, byte[]> file : files.entrySet()) {
        Path path = partial.resolve(file.getKey());
        Files.createDirectories(path.getParent());
        Files.write(path, file.getValue());
      }
      Files.deleteIfExists(target);
      Files.move(partial, target);
    } catch (IOException error) {
      NasException failure =
          new NasException(folder + " cannot be written: " + IoReason.of(error) + ".", error);
      try {
        delete(partial);
      } catch (IOException alsoFailed) {
        failure.addSuppressed(alsoFailed);
      }
      throw failure;
    }
  }

  private static void requireFree(Path folder) {
    boolean free = !Files.exists(folder);
    if (Files.isDirectory(folder)) {
      try (Stream<Path> content = Files.list(folder)) {
        free = content.findAny().isEmpty();
      } catch (IOException error) {
        throw new NasException(folder + " cannot be read: " + IoReason.of(error) + ".", error);
      }
    }
    if (!free) {
      throw new InvalidSettingException(
          "name", folder + " already exists; choose another name, or another folder with --in.");
    }
  }

  private static void delete(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
