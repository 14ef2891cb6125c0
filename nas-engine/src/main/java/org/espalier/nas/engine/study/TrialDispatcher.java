package org.espalier.nas.engine.study;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.espalier.nas.engine.executor.TrialAttempt;
import org.espalier.nas.engine.executor.TrialExecutor;
import org.espalier.nas.engine.executor.TrialExecutorFactory;
import org.espalier.nas.engine.store.StudyJournal;

/** Dispatcher of a session's trials to their executor, and queue of what happens to them. */
final class TrialDispatcher implements AutoCloseable {

  private static final long CLOCK_MILLIS = 100;

  private final BlockingQueue<TrialEvent> events = new LinkedBlockingQueue<>();
  private final Recorder recorder;
  private final TrialDeadlines deadlines;
  private final StudyAttempts attempts;
  private final TrialExecutor executor;
  private final Map<Integer, TrialTask> submitted = new HashMap<>();

  private volatile boolean abandoning;
  private boolean threadInterrupted;

  /**
   * Starts the executor.
   *
   * @param settings give the time limit of a trial
   */
  TrialDispatcher(
      StudySettings settings,
      StudySetup setup,
      StudyJournal journal,
      InstantSource clock,
      SessionTimer times,
      TrialExecutorFactory executors) {
    this.recorder = new Recorder(setup.listeners(), journal, clock, times, events::add);
    this.deadlines = new TrialDeadlines(clock, settings.trialTimeout(), this::expired);
    this.attempts =
        new StudyAttempts(
            setup, journal, clock, times, recorder, deadlines, this::abandoning, this::add);
    this.executor = executors.start(failure -> add(new TrialEvent.Broken(failure)));
  }

  private void add(TrialEvent event) {
    // No trial begins after an error that ends the study.
    if (event instanceof TrialEvent.Broken) {
      abandoning = true;
    }
    events.add(event);
  }

  /** Records a trial that exceeded its time limit, and gives its place to another one. */
  private void expired(StudyAttempts.Attempt attempt, Instant begun, Duration limit) {
    executor.giveUp(attempt, attempt.giveUp());
    recorder.ended(
        attempt.trial().number(),
        abandoning ? Optional.empty() : Optional.of(attempt.timedOut(begun, limit)));
  }

  void submit(TrialTask task) {
    submitted.put(task.trial().number(), task);
    recorder.expect(1);
    executor.submit(attempts.at(task));
  }

  /** Drops the trials that have not begun, and returns them. */
  List<TrialTask> drop() {
    List<TrialTask> dropped = new ArrayList<>();
    for (TrialAttempt attempt : executor.drop()) {
      dropped.add(Objects.requireNonNull(submitted.remove(attempt.trial().number())));
    }
    recorder.expect(-dropped.size());
    return dropped;
  }

  /** Abandons the running trials as soon as possible. Callable from any thread. */
  void abandon() {
    abandoning = true;
    events.add(new TrialEvent.Woken());
  }

  /** Ends the wait for an event. Callable from any thread. */
  void wake() {
    events.add(new TrialEvent.Woken());
  }

  /** Returns true if trials are being abandoned. */
  boolean abandoning() {
    return abandoning;
  }

  /** Waits for the next event; if there is a time limit, for a short time only. */
  TrialEvent event(WallClock clock) {
    TrialEvent event = next(clock);
    if (event instanceof TrialEvent.Finished finished) {
      finished.results().forEach(result -> submitted.remove(result.trial().number()));
    } else if (event instanceof TrialEvent.Lost lost) {
      submitted.remove(lost.task().trial().number());
    }
    return event;
  }

  private TrialEvent next(WallClock clock) {
    try {
      if (!clock.limited()) {
        return events.take();
      }
      TrialEvent event = events.poll(CLOCK_MILLIS, TimeUnit.MILLISECONDS);
      return event == null ? new TrialEvent.Woken() : event;
    } catch (InterruptedException e) {
      threadInterrupted = true;
      abandon();
      return new TrialEvent.Woken();
    }
  }

  /** Waits for the running trials, which are abandoned, and for the executor to be closed. */
  @Override
  public void close() {
    abandon();
    List<TrialTask> unused = drop();
    executor.close();
    deadlines.close();
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
}
