package org.espalier.nas.engine.remote;

/**
 * Provider of what evaluates trials in another process than that of the study. Implementations are
 * found by {@link java.util.ServiceLoader}.
 */
public interface WorkerProvider {

  /** Returns true if the provider understands descriptions of a kind. */
  boolean serves(String kind);

  /**
   * Prepares the evaluation of a study's trials.
   *
   * @param study a description of a kind that {@link #serves} takes
   * @param place the place of the worker, in whose folder the files of the description are
   * @return the parts, which the caller closes
   * @throws org.espalier.nas.api.NasException if they cannot be created here
   */
  WorkerParts open(RemoteStudy study, WorkerPlace place);
}
