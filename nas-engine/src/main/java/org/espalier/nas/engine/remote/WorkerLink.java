package org.espalier.nas.engine.remote;

import java.io.IOException;

/** Connection of a worker to the study. */
@FunctionalInterface
public interface WorkerLink {

  /**
   * Sends a request and waits for the answer.
   *
   * @param request bytes that {@link TrialWorker} made
   * @return bytes that {@link RemoteAttempts#answer} returned for them
   * @throws IOException if the study cannot be reached
   */
  byte[] ask(byte[] request) throws IOException;
}
