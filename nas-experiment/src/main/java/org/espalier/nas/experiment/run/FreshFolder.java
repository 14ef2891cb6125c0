package org.espalier.nas.experiment.run;

import java.io.IOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.espalier.nas.api.NasException;
import org.espalier.nas.api.storage.IoReason;

/**
 * The folder of a new run, which is deleted with its contents unless the run begins. A folder that
 * existed before is left alone.
 */
public final class FreshFolder implements AutoCloseable {
  private final Path folder;
  private final List<Path> made;
  private boolean kept;

  private FreshFolder(Path folder, List<Path> made) {
    this.folder = folder;
    this.made = made;
    this.kept = made.isEmpty();
  }

  /** Creates the folder, unless it exists, and its parents. */
  public static FreshFolder make(Path folder) {
    List<Path> missing = new ArrayList<>();
    for (Path at = folder; at != null && !Files.exists(at); at = at.getParent()) {
      missing.add(at);
    }
    try {
      Files.createDirectories(folder);
      return new FreshFolder(folder, missing);
    } catch (IOException error) {
      throw new NasException(
          "The run's folder %s cannot be made (%s); --out names another place."
              .formatted(folder, IoReason.of(error)),
          error);
    }
  }

  /** Keeps the folder, since the run has begun. */
  public void keep() {
    kept = true;
  }

  @Override
  public void close() {
    if (kept) {
      return;
    }
    try {
      for (Path file : contents()) {
        Files.delete(file);
      }
      for (Path above : made.subList(Math.min(1, made.size()), made.size())) {
        Files.delete(above);
      }
    } catch (DirectoryNotEmptyException inUse) {
      // Another run has been stored there meanwhile.
    } catch (IOException error) {
      throw new NasException(folder + " cannot be removed: " + IoReason.of(error) + ".", error);
    }
  }

  private List<Path> contents() throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.sorted(Comparator.reverseOrder()).toList();
    }
  }
}
