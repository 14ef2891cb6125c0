package org.espalier.nas.tf.latency;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.function.LongSupplier;

/**
 * The clocks of a measurement.
 *
 * @param computing nanoseconds from any origin in which the current thread computed; while it waits
 *     for a processor, this clock stands still
 * @param passing nanoseconds from any origin
 */
record LatencyClock(LongSupplier computing, LongSupplier passing) {
  private static final int PROBES = 5;
  private static final long COARSE = 100_000;

  /**
   * Returns the clocks of this machine. If it does not count the time of threads, or counts it in
   * large units, computing is passing time.
   */
  static LatencyClock ofThread() {
    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    LongSupplier passing = System::nanoTime;
    return threads.isCurrentThreadCpuTimeSupported()
            && resolution(threads::getCurrentThreadCpuTime) < COARSE
        ? new LatencyClock(threads::getCurrentThreadCpuTime, passing)
        : new LatencyClock(passing, passing);
  }

  /** Returns the smallest of some steps of a clock that goes on while this thread computes. */
  static long resolution(LongSupplier clock) {
    long smallest = Long.MAX_VALUE;
    for (int i = 0; i < PROBES; i++) {
      long begin = clock.getAsLong();
      if (begin < 0) {
        return Long.MAX_VALUE;
      }
      long step = 0;
      while (step == 0) {
        step = clock.getAsLong() - begin;
      }
      smallest = Math.min(smallest, step);
    }
    return smallest;
  }
}
