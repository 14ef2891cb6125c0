package org.espalier.nas.engine.remote;

/**
 * A function that is called on the machines of a cluster. Implementations are found by {@link
 * java.util.ServiceLoader}.
 */
public interface RemoteFunction {

  /** Returns the name by which {@link Cluster#call} knows it. */
  String name();

  /**
   * Computes the value of an argument. The thread is interrupted if the call is cancelled.
   *
   * @param argument the argument
   * @param place the place of the function, whose folder is empty, and is deleted after the call
   * @throws Exception if it has no value; the caller's future then fails with the message
   */
  byte[] call(byte[] argument, WorkerPlace place) throws Exception;
}
