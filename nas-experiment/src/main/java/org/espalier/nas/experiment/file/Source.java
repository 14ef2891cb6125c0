package org.espalier.nas.experiment.file;

import java.nio.file.Path;

/**
 * Where settings stand: a file, or a flag of the command line.
 *
 * @param name as it is shown in messages
 * @param folder what relative paths in it are resolved against
 */
public record Source(String name, Path folder) {

  /** The source that a file is, shown as the path was given. */
  public static Source file(Path file) {
    Path parent = file.toAbsolutePath().getParent();
    return new Source(file.toString(), parent == null ? Path.of("") : parent);
  }

  /** The source that a flag is; paths in it are relative to the working directory. */
  public static Source flag(String flag) {
    return new Source(flag, Path.of("").toAbsolutePath());
  }
}
