package org.espalier.nas.testkit;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Parallel runs of the same work in several threads that start together. */
final class Threads {

  private Threads() {}

  /** Returns the result of each thread; fails with the failure of any of them. */
  static <T> List<T> all(int threads, Callable<T> work) {
    ExecutorService pool = Executors.newFixedThreadPool(threads);
    CyclicBarrier start = new CyclicBarrier(threads);
    try {
      List<Future<T>> running = new ArrayList<>();
      for (int thread = 0; thread < threads; thread++) {
        running.add(
            pool.submit(
                () -> {
                  start.await();
                  return work.call();
                }));
      }
      List<T> done = new ArrayList<>();
      for (Future<T> future : running) {
        done.add(future.get());
      }
      return done;
    } catch (ExecutionException e) {
      throw new AssertionError("Failed when several threads did it: " + e.getCause(), e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError("The check was interrupted.", e);
    } finally {
      pool.shutdownNow();
    }
  }
}
