package org.espalier.nas.experiment.text;

import java.nio.file.Path;

/** Paths as a user would type them. */
public final class ShownPath {

  private ShownPath() {}

  /** Returns a path relative to the working directory, if it lies below that. */
  public static Path of(Path path) {
    Path here = Path.of("").toAbsolutePath();
    return path.startsWith(here) ? here.relativize(path) : path;
  }
}
