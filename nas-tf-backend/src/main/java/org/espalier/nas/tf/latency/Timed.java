package org.espalier.nas.tf.latency;

/** A built network whose runs are timed. Running it predicts one batch; the caller closes it. */
interface Timed extends Runnable, AutoCloseable {

  /** Frees the network. */
  @Override
  void close();

  /** Builds the same network anew each time. */
  @FunctionalInterface
  interface Builder {
    Timed build();
  }
}
