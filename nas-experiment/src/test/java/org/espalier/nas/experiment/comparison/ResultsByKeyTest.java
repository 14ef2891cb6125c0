package org.espalier.nas.experiment.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class ResultsByKeyTest {
  private final ResultsByKey<String, Integer> results = new ResultsByKey<>();
  private final AtomicInteger computed = new AtomicInteger();

  @Test
  @Timeout(60)
  void aResultAskedForByTwoThreadsAtOnceIsComputedOnce() throws Exception {
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch mayEnd = new CountDownLatch(1);
    Supplier<Integer> computation =
        () -> {
          begun.countDown();
          awaitEnd(mayEnd);
          return computed.incrementAndGet();
        };
    CompletableFuture<Integer> first =
        CompletableFuture.supplyAsync(() -> results.get("a", computation, kept -> true));
    begun.await();
    CompletableFuture<Integer> second = new CompletableFuture<>();
    Thread waiting = new Thread(() -> second.complete(results.get("a", computation, kept -> true)));
    waiting.start();
    while (waiting.getState() != Thread.State.WAITING) {
      Thread.onSpinWait();
    }
    mayEnd.countDown();

    assertThat(first.join()).isEqualTo(1);
    assertThat(second.join()).isEqualTo(1);
    assertThat(computed).hasValue(1);
  }

  @Test
  void aResultThatIsNotKeptIsComputedAgain() {
    assertThat(results.get("a", computed::incrementAndGet, kept -> false)).isEqualTo(1);
    assertThat(results.get("a", computed::incrementAndGet, kept -> true)).isEqualTo(2);
    assertThat(results.get("a", computed::incrementAndGet, kept -> true)).isEqualTo(2);
    assertThat(results.get("b", computed::incrementAndGet, kept -> true)).isEqualTo(3);
  }

  private static void awaitEnd(CountDownLatch mayEnd) {
    try {
      mayEnd.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
