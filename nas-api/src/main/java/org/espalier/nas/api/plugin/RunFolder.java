package org.espalier.nas.api.plugin;

import static org.apiguardian.api.API.Status.MAINTAINED;

import java.nio.file.Path;
import java.util.Objects;
import org.apiguardian.api.API;

/**
 * The folder of one run, where components may keep files in a sub-folder of their own.
 *
 * @param path the folder, there before the first component is made
 */
@API(status = MAINTAINED, since = "0.1")
public record RunFolder(Path path) {

  /** Checks that there is a path. */
  public RunFolder {
    Objects.requireNonNull(path);
  }
}
