package org.espalier.nas.engine.study;

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.espalier.nas.api.evaluation.Evaluator;
import org.espalier.nas.engine.store.StudyJournal;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Threads that evaluate trials, in the order in which they were submitted. */
final class WorkerPool implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(WorkerPool.class);
  private static final long CLOCK_MILLIS = 100;

  /** Time that late evaluations have to end before the study returns without them. */
  private static final long LATE_MILLIS = 2000;

  private final BlockingQueue<Optional<TrialTask>> waiting = new LinkedBlockingQueue<>();
  private final BlockingQueue<WorkerEvent> events = new LinkedBlockingQueue<>();
  private final List<Thread> threads = new ArrayList<>();
  private final List<Thread> replaced = new ArrayList<>();
  private final Supplier<? extends Evaluator> evaluators;
  private final TrialWorker worker;
  private final Recorder recorder;
  private final TrialDeadlines deadlines;

  private volatile boolean abandoning;
  private boolean threadInterrupted;

  /**
   * Starts the threads.
   *
   * @param settings give the number of workers and the time limit of a trial
   */
  WorkerPool(
      StudySettings settings,
      StudySetup setup,
      StudyJournal journal,
      InstantSource clock,
      SessionTimer times) {
    this.evaluators = setup.evaluators();
    this.worker = new TrialWorker(setup, journal, clock, times);
    this.recorder = new Recorder(setup.listeners(), journal, clock, times, events::add);
    this.deadlines = new TrialDeadlines(clock, settings.trialTimeout(), this::expired);
    for (int i = 1; i <= settings.workers(); i++) {
      threads.add(thread("worker-" + i));
    }
    List.copyOf(threads).forEach(Thread::start);
  }

  private Thread thread(String name) {
    Thread thread = new Thread(this::serve, name);
    thread.setDaemon(true);
    return thread;
  }

  /** Records a trial that exceeded its time limit, and gives its place to another thread. */
  private void expired(TrialDeadlines.Evaluation evaluation) {
    evaluation.giveUp();
    replace(evaluation.thread());
    int number = evaluation.trial().number();
    Duration limit = Objects.requireNonNull(deadlines.limit());
    recorder.ended(
        number, abandoning ? Optional.empty() : Optional.of(worker.timedOut(evaluation, limit)));
  }

  private void replace(Thread late) {
    Thread fresh = thread(late.getName());
    synchronized (threads) {
      threads.set(threads.indexOf(late), fresh);
      replaced.add(late);
    }
    fresh.start();
  }

  void submit(TrialTask task) {
    recorder.expect(1);
    waiting.add(Optional.of(task));
  }

  /** Drops the trials that no worker has taken; returns their number. */
  int drop() {
    List<Optional<TrialTask>> dropped = new ArrayList<>();
    waiting.drainTo(dropped);
    recorder.expect(-dropped.size());
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
    for (int i = 0; i < threads.size(); i++) {
      waiting.add(Optional.empty());
    }
    for (Optional<Thread> next = alive(); next.isPresent(); next = alive()) {
      join(next.get(), CLOCK_MILLIS);
    }
    deadlines.close();
    leave();
    recorder.close();
    join(recorder.thread());
    if (threadInterrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private Optional<Thread> alive() {
    synchronized (threads) {
      return threads.stream().filter(Thread::isAlive).findFirst();
    }
  }

  /** Waits a little for the threads of trials that exceeded their time, which may never end. */
  private void leave() {
    long deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(LATE_MILLIS);
    for (Thread late : replaced) {
      while (late.isAlive() && System.nanoTime() < deadline) {
        join(late, CLOCK_MILLIS);
      }
      if (late.isAlive()) {
        LOG.warn("The thread {} of a trial that exceeded its time still runs.", late.getName());
      }
    }
  }

  private void join(Thread thread) {
    while (thread.isAlive()) {
      join(thread, 0);
    }
  }

  /** Waits for the end of a thread; 0 ms for no limit. */
  private void join(Thread thread, long millis) {
    try {
      thread.join(millis);
    } catch (InterruptedException e) {
      threadInterrupted = true;
    }
  }

  private void serve() {
    Evaluator evaluator = null;
    boolean late = false;
    try {
      for (Optional<TrialTask> task = waiting.take(); task.isPresent(); task = waiting.take()) {
        if (abandoning) {
          events.add(new WorkerEvent.Abandoned(task.get().trial().number()));
          continue;
        }
        if (evaluator == null) {
          evaluator = evaluators.get();
        }
        if (!worker.evaluate(task.get(), evaluator, recorder, this::abandoning, deadlines)) {
          late = true;
          return;
        }
      }
    } catch (Throwable e) {
      // Every error must reach the study's thread, which would otherwise wait forever.
      events.add(new WorkerEvent.Broken(e));
    } finally {
      close(evaluator, late);
    }
  }

  private void close(@Nullable Evaluator evaluator, boolean late) {
    // A late evaluation was interrupted, which must not disturb the closing.
    boolean unused = late && Thread.interrupted();
    try {
      if (evaluator != null) {
        evaluator.close();
      }
    } catch (RuntimeException e) {
      if (late) {
        LOG.warn("An evaluator that exceeded its time cannot be closed", e);
      } else {
        events.add(new WorkerEvent.Broken(e));
      }
    }
  }
}
