package org.espalier.nas.experiment.run;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.espalier.nas.api.NasException;
import org.espalier.nas.api.storage.AtomicFile;
import org.espalier.nas.api.storage.IoReason;

/**
 * A text file of a run.
 *
 * @param path its path
 */
record RunFile(Path path) {

  /** Returns the resolved experiment of a run. */
  static RunFile experiment(Path folder) {
    return new RunFile(folder.resolve(SearchRun.EXPERIMENT));
  }

  /** Returns true if it is there. */
  boolean exists() {
    return Files.isRegularFile(path);
  }

  /**
   * Returns its text.
   *
   * @throws NasException if it cannot be read
   */
  String read() {
    try {
      return Files.readString(path, StandardCharsets.UTF_8);
    } catch (IOException error) {
      throw new NasException(path + " cannot be read: " + IoReason.of(error) + ".", error);
    }
  }

  /**
   * Replaces its text.
   *
   * @throws NasException if it cannot be written
   */
  void write(String text) {
    try {
      AtomicFile.writeString(path, text);
    } catch (IOException error) {
      throw new NasException(path + " cannot be written: " + IoReason.of(error) + ".", error);
    }
  }
}
