package org.espalier.nas.engine.remote;

/**
 * A function that is called on the machines of a cluster. Implementations are found by {@link
 * java.util.ServiceLoader}.
 */
public interface RemoteFunction {

  /** Returns the name by which {@link Cluster#call} knows it. */
  String name();

  /**
   * Computes the value of an argument.
   *
   * @throws Exception if it has none; the caller's future then fails with the message
   */
  byte[] call(byte[] argument) throws Exception;
}
