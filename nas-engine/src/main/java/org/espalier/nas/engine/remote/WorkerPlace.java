package org.espalier.nas.engine.remote;

import java.nio.file.Path;
import java.util.List;

/**
 * The place of a worker or of a function on its machine.
 *
 * @param name name of the worker, for people
 * @param folder a folder for its files
 * @param gpus the numbers of the GPUs that the cluster has given to this process alone; empty if it
 *     was not asked for any
 */
public record WorkerPlace(String name, Path folder, List<String> gpus) {

  /** Copies. */
  public WorkerPlace {
    gpus = List.copyOf(gpus);
  }
}
