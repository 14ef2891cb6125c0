package org.espalier.nas.api.plugin;

import java.nio.file.Path;
import java.util.Objects;

/**
 * The folder of one run, where components may keep files in a sub-folder of their own.
 *
 * @param path an existing folder
 */
public record RunFolder(Path path) {

  /** Checks that it is there. */
  public RunFolder {
    Objects.requireNonNull(path);
  }
}
