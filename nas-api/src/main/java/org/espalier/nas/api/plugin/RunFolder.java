package org.espalier.nas.api.plugin;

import static org.apiguardian.api.API.Status.MAINTAINED;

import java.nio.file.Path;
import java.util.Objects;
import org.apiguardian.api.API;

/**
 * The folder of one run, where components may keep files in a sub-folder of their own.
 *
 * @param path the folder, which exists before the first component is created
 */
@API(status = MAINTAINED, since = "0.1")
public record RunFolder(Path path) {

  /** Checks that the path is not null. */
  public RunFolder {
    Objects.requireNonNull(path);
  }
}
