package org.espalier.nas.experiment.comparison;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/** Ends all searches that run when somebody asks for it. */
final class Interruption {
  private final Set<Runnable> running = ConcurrentHashMap.newKeySet();
  private volatile boolean asked;

  /** Whether somebody has asked. */
  boolean asked() {
    return asked;
  }

  /** Ends what runs, and whatever begins from now on. Callable from any thread. */
  void ask() {
    asked = true;
    running.forEach(Runnable::run);
  }

  /**
   * Does some work that can be interrupted.
   *
   * @param interrupt ends it soon
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
