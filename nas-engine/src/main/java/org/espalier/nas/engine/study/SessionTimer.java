package org.espalier.nas.engine.study;

import java.time.Duration;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Supplier;

/** Timer of the parts of a session; times are summed over all threads. */
final class SessionTimer {

  private final LongAdder controller = new LongAdder();
  private final LongAdder store = new LongAdder();

  <T> T controller(Supplier<T> work) {
    return timed(controller, work);
  }

  void store(Runnable work) {
    timed(
        store,
        () -> {
          work.run();
          return this;
        });
  }

  private static <T> T timed(LongAdder sum, Supplier<T> work) {
    long begin = System.nanoTime();
    try {
      return work.get();
    } finally {
      sum.add(System.nanoTime() - begin);
    }
  }

  Duration controller() {
    return Duration.ofNanos(controller.sum());
  }

  Duration store() {
    return Duration.ofNanos(store.sum());
  }
}
