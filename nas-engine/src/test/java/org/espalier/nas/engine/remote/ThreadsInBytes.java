package org.espalier.nas.engine.remote;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.espalier.nas.engine.executor.AttemptEnd;
import org.espalier.nas.engine.executor.TrialAttempt;
import org.espalier.nas.engine.executor.TrialExecutor;

/** A worker in a thread of this process, which talks to its study in bytes. */
final class ThreadsInBytes implements TrialExecutor {

  private final RemoteAttempts attempts;
  private final TrialWorker worker;
  private final Map<Long, AtomicBoolean> cancelled = new ConcurrentHashMap<>();
  private ExecutorService place = place();

  ThreadsInBytes(RemoteAttempts attempts, Path folder) {
    this.attempts = attempts;
    try {
      this.worker =
          TrialWorker.open(
              attempts::answer,
              ThreadsInBytes.class.getClassLoader(),
              new WorkerPlace("executor 1", folder, List.of()));
    } catch (IOException impossible) {
      throw new AssertionError(impossible);
    }
  }

  private static ExecutorService place() {
    return Executors.newSingleThreadExecutor(
        work -> {
          Thread thread = new Thread(work);
          thread.setDaemon(true);
          return thread;
        });
  }

  @Override
  public void submit(TrialAttempt attempt) {
    long id = attempts.add(attempt);
    AtomicBoolean stop = new AtomicBoolean();
    cancelled.put(id, stop);
    place.execute(
        () -> {
          try {
            attempts.returned(id, worker.evaluate(id, stop::get));
          } catch (IOException e) {
            attempts.ended(id, new AttemptEnd.Lost(e.toString()));
          }
        });
  }

  @Override
  public List<TrialAttempt> drop() {
    return List.copyOf(attempts.drop().values());
  }

  @Override
  public synchronized void giveUp(TrialAttempt attempt, boolean interrupt) {
    attempts
        .giveUp(attempt)
        .ifPresent(
            id -> {
              cancelled.get(id).set(true);
              // What waits begins in another thread; that of the late one may never end.
              ExecutorService fresh = place();
              place.shutdownNow().forEach(fresh::execute);
              place = fresh;
            });
  }

  @Override
  public void close() {
    place.shutdown();
    try {
      place.awaitTermination(60, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    worker.close();
  }
}
