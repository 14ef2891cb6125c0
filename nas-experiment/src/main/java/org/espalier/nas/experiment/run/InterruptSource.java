package org.espalier.nas.experiment.run;

import java.util.function.Supplier;

/** A source of requests to end work early, such as the signals that a process receives. */
public interface InterruptSource {

  /**
   * Runs {@code work}; a request during it runs {@code interrupt}.
   *
   * @param work the work that may be interrupted
   * @param interrupt ends the work soon; callable from any thread
   * @return the result of {@code work}
   */
  <T> T during(Supplier<T> work, Runnable interrupt);

  /** Returns a source without any requests. */
  static InterruptSource none() {
    return new InterruptSource() {
      @Override
      public <T> T during(Supplier<T> work, Runnable interrupt) {
        return work.get();
      }
    };
  }
}
