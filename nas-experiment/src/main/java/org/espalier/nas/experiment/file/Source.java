package org.espalier.nas.experiment.file;

import java.nio.file.Path;

/**
 * The origin of settings: a file, or a flag of the command line.
 *
 * @param name name in messages
 * @param folder folder against which its relative paths are resolved
 */
public record Source(String name, Path folder) {

  /** Returns the source of a file, shown as the path was given. */
  public static Source file(Path file) {
    Path parent = file.toAbsolutePath().getParent();
    return new Source(file.toString(), parent == null ? Path.of("") : parent);
  }

  /** Returns the source of a flag; paths in it are relative to the working directory. */
  public static Source flag(String flag) {
    return new Source(flag, Path.of("").toAbsolutePath());
  }
}
