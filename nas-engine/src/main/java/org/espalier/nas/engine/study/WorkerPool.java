package org.espalier.nas.engine.study;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.espalier.nas.api.evaluation.Evaluator;
import org.espalier.nas.api.trial.Trial;
import org.espalier.nas.api.trial.TrialResult;
import org.jspecify.annotations.Nullable;

/** The threads that evaluate trials, in the order in which they were submitted. */
final class WorkerPool implements AutoCloseable {

  private static final long CLOCK_MILLIS = 100;

  private final BlockingQueue<Optional<TrialTask>> waiting = new LinkedBlockingQueue<>();
  private final BlockingQueue<WorkerEvent> events = new LinkedBlockingQueue<>();
  private final List<Thread> threads = new ArrayList<>();
  private final Supplier<? extends Evaluator> evaluators;
  private final TrialWorker worker;

  /** Waits for the disk in the place of the workers. */
  private final ExecutorService recorder =
      Executors.newSingleThreadExecutor(
          task -> {
            Thread thread = new Thread(task, "recorder");
            thread.setDaemon(true);
            return thread;
          });

  private volatile boolean abandoning;
  private boolean threadInterrupted;

  WorkerPool(int size, Supplier<? extends Evaluator> evaluators, TrialWorker worker) {
    this.evaluators = evaluators;
    this.worker = worker;
    for (int i = 1; i <= size; i++) {
      Thread thread = new Thread(this::serve, "worker-" + i);
      thread.setDaemon(true);
      threads.add(thread);
    }
    threads.forEach(Thread::start);
  }

  void submit(TrialTask task) {
    waiting.add(Optional.of(task));
  }

  /** Drops the trials that no worker has taken; gives how many they were. */
  int drop() {
    List<Optional<TrialTask>> dropped = new ArrayList<>();
    waiting.drainTo(dropped);
    return dropped.size();
  }

  /** Tells the running trials to end as soon as possible. Callable from any thread. */
  void abandon() {
    abandoning = true;
    events.add(new WorkerEvent.Woken());
  }

  /** Whether trials are being abandoned. */
  boolean abandoning() {
    return abandoning;
  }

  /** Waits for what happens next; while a time limit runs, not for long. */
  WorkerEvent event(WallClock clock) {
    try {
      if (!clock.limited()) {
        return events.take();
      }
      WorkerEvent event = events.poll(CLOCK_MILLIS, TimeUnit.MILLISECONDS);
      return event == null ? new WorkerEvent.Woken() : event;
    } catch (InterruptedException e) {
      threadInterrupted = true;
      abandon();
      return new WorkerEvent.Woken();
    }
  }

  /** Waits for the running trials, which are abandoned, and for the evaluators to be closed. */
  @Override
  public void close() {
    abandon();
    drop();
    threads.forEach(thread -> waiting.add(Optional.empty()));
    threads.forEach(this::join);
    // What the workers handed over is stored before anything is closed.
    recorder.shutdown();
    while (!recorder.isTerminated()) {
      try {
        recorder.awaitTermination(1, TimeUnit.MINUTES);
      } catch (InterruptedException e) {
        threadInterrupted = true;
      }
    }
    if (threadInterrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private void join(Thread thread) {
    while (thread.isAlive()) {
      try {
        thread.join();
      } catch (InterruptedException e) {
        threadInterrupted = true;
      }
    }
  }

  private void serve() {
    Evaluator evaluator = null;
    try {
      for (Optional<TrialTask> task = waiting.take(); task.isPresent(); task = waiting.take()) {
        if (abandoning) {
          events.add(new WorkerEvent.Abandoned(task.get().trial().number()));
          continue;
        }
        if (evaluator == null) {
          evaluator = evaluators.get();
        }
        Trial trial = task.get().trial();
        Optional<TrialResult> result = worker.evaluate(task.get(), evaluator, this::abandoning);
        recorder.execute(() -> store(trial, result));
      }
    } catch (Throwable e) {
      // Whatever it is must reach the study's thread, or that would wait for ever.
      events.add(new WorkerEvent.Broken(e));
    } finally {
      close(evaluator);
    }
  }

  private void store(Trial trial, Optional<TrialResult> result) {
    try {
      events.add(worker.store(trial, result));
    } catch (Throwable e) {
      // As above: whatever it is.
      events.add(new WorkerEvent.Broken(e));
    }
  }

  private void close(@Nullable Evaluator evaluator) {
    try {
      if (evaluator != null) {
        evaluator.close();
      }
    } catch (RuntimeException e) {
      events.add(new WorkerEvent.Broken(e));
    }
  }
}
