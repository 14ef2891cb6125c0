package org.espalier.nas.experiment.text;

import java.nio.file.Path;

/** Paths as somebody would type them. */
public final class ShownPath {

  private ShownPath() {}

  /** The path from the working directory, if it lies below that. */
  public static Path of(Path path) {
    Path here = Path.of("").toAbsolutePath();
    return path.startsWith(here) ? here.relativize(path) : path;
  }
}
