package org.espalier.nas.engine.study;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.espalier.nas.api.evaluation.StudyListener;
import org.espalier.nas.api.trial.Measurement;
import org.espalier.nas.api.trial.TrialResult;
import org.espalier.nas.engine.store.StudyJournal;

/**
 * Thread that stores measurements and results of trials, and waits for the disk instead of the
 * workers. It stores all that arrives while it waits as one batch.
 */
final class Recorder implements AutoCloseable {

  private static final long GAP_NANOS = TimeUnit.MICROSECONDS.toNanos(300);
  private static final long LONGEST_WAIT_NANOS = TimeUnit.MILLISECONDS.toNanos(2);

  private final BlockingQueue<Entry> waiting = new LinkedBlockingQueue<>();
  private final List<StudyListener> listeners;
  private final StudyJournal journal;
  private final InstantSource clock;
  private final SessionTimer times;
  private final Consumer<TrialEvent> events;
  private final AtomicInteger running = new AtomicInteger();
  private final Thread thread;

  /**
   * Starts the recorder.
   *
   * @param events is told of stored results, abandoned trials and errors
   */
  Recorder(
      List<StudyListener> listeners,
      StudyJournal journal,
      InstantSource clock,
      SessionTimer times,
      Consumer<TrialEvent> events) {
    this.listeners = listeners;
    this.journal = journal;
    this.clock = clock;
    this.times = times;
    this.events = events;
    this.thread = new Thread(this::serve, "recorder");
    thread.setDaemon(true);
    thread.start();
  }

  private sealed interface Entry {}

  private record Measured(int trial, Measurement measurement) implements Entry {}

  private record Finished(TrialResult result) implements Entry {}

  private record Abandoned(int trial) implements Entry {}

  private record Closed() implements Entry {}

  /**
   * Changes the number of trials whose end is to be stored. Results wait for others only if there
   * are such trials.
   */
  void expect(int trials) {
    running.addAndGet(trials);
  }

  /** Stores a measurement soon. */
  void measured(int trial, Measurement measurement) {
    waiting.add(new Measured(trial, measurement));
  }

  /** Stores the end of a trial; the result is empty if it was abandoned. */
  void ended(int trial, Optional<TrialResult> result) {
    running.decrementAndGet();
    waiting.add(result.<Entry>map(Finished::new).orElseGet(() -> new Abandoned(trial)));
  }

  /** Removes an attempt that ended for a reason outside the trial. */
  void takeBack(int trial, Throwable cause) {
    try {
      journal.abandoned(trial);
    } catch (RuntimeException alsoFailed) {
      cause.addSuppressed(alsoFailed);
    }
  }

  private void serve() {
    try {
      List<Entry> entries = new ArrayList<>();
      do {
        entries.clear();
        gather(entries);
        store(entries);
      } while (!entries.contains(new Closed()));
    } catch (InterruptedException e) {
      events.accept(new TrialEvent.Broken(e));
    }
  }

  /** Waits for entries, and then for others that may follow at once, which share the flush. */
  private void gather(List<Entry> entries) throws InterruptedException {
    Entry next = waiting.take();
    long deadline = System.nanoTime() + LONGEST_WAIT_NANOS;
    while (next != null) {
      entries.add(next);
      waiting.drainTo(entries);
      boolean wait = running.get() > 0 && System.nanoTime() < deadline;
      next = wait ? waiting.poll(GAP_NANOS, TimeUnit.NANOSECONDS) : null;
    }
  }

  private void store(List<Entry> entries) {
    List<TrialResult> results = new ArrayList<>();
    Set<Integer> ended = new HashSet<>();
    List<Integer> abandoned = new ArrayList<>();
    for (Entry entry : entries) {
      if (entry instanceof Finished finished) {
        ended.add(finished.result().trial().number());
        prepared(finished.result()).ifPresent(results::add);
      } else if (entry instanceof Abandoned trial) {
        abandoned.add(trial.trial());
      }
    }
    // A result replaces its measurements.
    List<Measured> measured =
        entries.stream()
            .filter(Measured.class::isInstance)
            .map(Measured.class::cast)
            .filter(entry -> !ended.contains(entry.trial()))
            .toList();
    try {
      if (!results.isEmpty() || !abandoned.isEmpty() || !measured.isEmpty()) {
        times.store(() -> journal.batch(() -> write(measured, results, abandoned)));
      }
    } catch (Throwable e) {
      results.forEach(result -> takeBack(result.trial().number(), e));
      events.accept(new TrialEvent.Broken(e));
      return;
    }
    abandoned.forEach(trial -> events.accept(new TrialEvent.Abandoned(trial)));
    if (!results.isEmpty()) {
      events.accept(new TrialEvent.Finished(results));
    }
  }

  /** Returns the result once all that the trial left is durable; empty if a listener failed. */
  private Optional<TrialResult> prepared(TrialResult result) {
    try {
      listeners.forEach(listener -> listener.storing(result));
      return Optional.of(result);
    } catch (Throwable e) {
      takeBack(result.trial().number(), e);
      events.accept(new TrialEvent.Broken(e));
      return Optional.empty();
    }
  }

  private void write(List<Measured> measured, List<TrialResult> results, List<Integer> abandoned) {
    measured.forEach(entry -> journal.measured(entry.trial(), entry.measurement()));
    abandoned.forEach(journal::abandoned);
    results.forEach(result -> journal.finished(result, clock.instant()));
  }

  /** Stores the waiting entries, and ends soon. */
  @Override
  public void close() {
    waiting.add(new Closed());
  }

  /** The thread, which ends after {@link #close}. */
  Thread thread() {
    return thread;
  }
}
