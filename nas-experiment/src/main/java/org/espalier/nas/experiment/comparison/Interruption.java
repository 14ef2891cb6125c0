package org.espalier.nas.experiment.comparison;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/** A request to end all running searches. */
final class Interruption {
  private final Set<Runnable> running = ConcurrentHashMap.newKeySet();
  private volatile boolean asked;

  /** Returns true if the request was made. */
  boolean asked() {
    return asked;
  }

  /** Ends all running searches and any that begin later. Callable from any thread. */
  void ask() {
    asked = true;
    running.forEach(Runnable::run);
  }

  /**
   * Runs work that can be interrupted.
   *
   * @param interrupt ends the work soon
   */
  <T> T during(Supplier<T> work, Runnable interrupt) {
    running.add(interrupt);
    try {
      if (asked) {
        interrupt.run();
      }
      return work.get();
    } finally {
      running.remove(interrupt);
    }
  }
}
