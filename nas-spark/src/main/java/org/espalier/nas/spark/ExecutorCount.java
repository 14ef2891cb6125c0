package org.espalier.nas.spark;

import java.time.Duration;
import java.time.Instant;
import org.apache.spark.api.java.JavaSparkContext;
import org.espalier.nas.api.NasException;

/** Count of the executors that a cluster gives. */
record ExecutorCount(JavaSparkContext context, Duration patience) {

  private static final long PAUSE_MILLIS = 500;
  private static final int SAME = 6;

  /**
   * Waits until some executors have come and no others follow.
   *
   * @throws NasException if none comes
   */
  int settled() {
    Instant deadline = Instant.now().plus(patience);
    int before = 0;
    int same = 0;
    while (before == 0 || same < SAME) {
      int now = now();
      same = now == before ? same + 1 : 0;
      before = now;
      if (now == 0 && Instant.now().isAfter(deadline)) {
        throw new NasException(
            "No executor came within %d s: %s has no worker with %s free cores and %s of memory."
                .formatted(
                    patience.toSeconds(),
                    context.master(),
                    context.getConf().get("spark.executor.cores"),
                    context.getConf().get("spark.executor.memory")));
      }
      pause();
    }
    return before;
  }

  /** The driver is in the list too, unless it is the only process. */
  private int now() {
    int known = context.statusTracker().getExecutorInfos().length;
    return context.isLocal() ? known : known - 1;
  }

  private static void pause() {
    try {
      Thread.sleep(PAUSE_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new NasException("The wait for executors was interrupted.", e);
    }
  }
}
