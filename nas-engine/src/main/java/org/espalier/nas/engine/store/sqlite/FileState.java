package org.espalier.nas.engine.store.sqlite;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;

/** State of a file, as far as the file system tells it without reading the file. */
final class FileState {

  /**
   * The coarsest clock of file systems. A file that changed within it can change again without a
   * new time, so that its state is no state to rely on.
   */
  private static final long CLOCK_MILLIS = 2000;

  private FileState() {}

  /**
   * Returns a text that differs from all earlier ones if the file has changed since.
   *
   * @param now the time, in milliseconds since 1970
   */
  static String of(Path file, long now) {
    try {
      BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
      long changed = attributes.lastModifiedTime().toMillis();
      String state =
          "%s/%d/%s"
              .formatted(
                  attributes.fileKey(),
                  attributes.size(),
                  attributes.lastModifiedTime().toInstant());
      return now - changed > CLOCK_MILLIS ? state : state + "/" + System.nanoTime();
    } catch (IOException missing) {
      return Files.exists(file) ? "unknown/" + System.nanoTime() : "none";
    }
  }
}
