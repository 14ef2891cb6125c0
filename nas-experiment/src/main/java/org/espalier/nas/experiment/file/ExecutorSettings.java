package org.espalier.nas.experiment.file;

import java.util.Optional;

/** The place where the trials of a search are evaluated. Results do not depend on it. */
public sealed interface ExecutorSettings permits ThreadsExecutorSettings, SparkExecutorSettings {

  /** Returns the address of the cluster; empty for threads of this process. */
  default Optional<String> cluster() {
    return Optional.empty();
  }
}
