package org.espalier.nas.engine.study;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.espalier.nas.api.evaluation.Evaluator;
import org.espalier.nas.api.trial.Trial;
import org.espalier.nas.engine.store.StudyJournal;
import org.jspecify.annotations.Nullable;

/** Threads that evaluate trials, in the order in which they were submitted. */
final class WorkerPool implements AutoCloseable {

  private static final long CLOCK_MILLIS = 100;

  private final BlockingQueue<Optional<TrialTask>> waiting = new LinkedBlockingQueue<>();
  private final BlockingQueue<WorkerEvent> events = new LinkedBlockingQueue<>();
  private final List<Thread> threads = new ArrayList<>();
  private final Supplier<? extends Evaluator> evaluators;
  private final TrialWorker worker;
  private final Recorder recorder;

  private volatile boolean abandoning;
  private boolean threadInterrupted;

  /**
   * Starts the threads.
   *
   * @param size number of workers
   */
  WorkerPool(
      int size, StudySetup setup, StudyJournal journal, InstantSource clock, SessionTimer times) {
    this.evaluators = setup.evaluators();
    this.worker = new TrialWorker(setup, journal, clock, times);
    this.recorder = new Recorder(setup.listeners(), journal, clock, times, events::add);
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

  /** Drops the trials that no worker has taken; returns their number. */
  int drop() {
    List<Optional<TrialTask>> dropped = new ArrayList<>();
    waiting.drainTo(dropped);
    return dropped.size();
  }

  /** Abandons the running trials as soon as possible. Callable from any thread. */
  void abandon() {
    abandoning = true;
    events.add(new WorkerEvent.Woken());
  }

  /** Returns true if trials are being abandoned. */
  boolean abandoning() {
    return abandoning;
  }

  /** Waits for the next event; if there is a time limit, for a short time only. */
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
    recorder.close();
    join(recorder.thread());
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
        recorder.ended(
            trial.number(), worker.evaluate(task.get(), evaluator, recorder, this::abandoning));
      }
    } catch (Throwable e) {
      // Every error must reach the study's thread, which would otherwise wait forever.
      events.add(new WorkerEvent.Broken(e));
    } finally {
      close(evaluator);
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
