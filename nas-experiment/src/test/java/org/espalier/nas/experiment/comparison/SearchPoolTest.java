package org.espalier.nas.experiment.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

class SearchPoolTest {

  @Test
  void theEndWaitsForRunningSearchesEvenIfInterrupted() throws InterruptedException {
    CountDownLatch release = new CountDownLatch(1);
    ExecutorService pool = Executors.newFixedThreadPool(1);
    Future<?> search =
        pool.submit(
            () -> {
              release.await();
              return null;
            });
    AtomicBoolean ended = new AtomicBoolean();
    AtomicBoolean interrupted = new AtomicBoolean();
    Thread waiting =
        new Thread(
            () -> {
              Thread.currentThread().interrupt();
              SearchPool.end(pool);
              ended.set(pool.isTerminated());
              interrupted.set(Thread.currentThread().isInterrupted());
            });
    waiting.start();
    while (waiting.isAlive() && waiting.getState() != Thread.State.TIMED_WAITING) {
      Thread.onSpinWait();
    }
    release.countDown();
    waiting.join();

    assertThat(search.isDone()).isTrue();
    assertThat(ended).isTrue();
    assertThat(interrupted).isTrue();
  }
}
