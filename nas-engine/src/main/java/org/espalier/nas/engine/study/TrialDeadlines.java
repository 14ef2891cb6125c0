package org.espalier.nas.engine.study;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.espalier.nas.api.trial.Trial;
import org.jspecify.annotations.Nullable;

/**
 * Time limit of each trial. A trial that exceeds it ends there, even if its evaluator never
 * returns: the evaluation is told to abandon, its thread is interrupted, and what the thread still
 * does is ignored.
 */
final class TrialDeadlines implements AutoCloseable {

  private static final long PERIOD_MILLIS = 20;

  private final InstantSource clock;
  private final @Nullable Duration limit;
  private final Consumer<Evaluation> expired;
  private final Map<Thread, Evaluation> running = new ConcurrentHashMap<>();
  private volatile boolean closed;

  /**
   * Starts a thread that looks at the clock if there is a limit.
   *
   * @param limit maximum duration of a trial, or null
   * @param expired receiver of the evaluations that exceed it, each once
   */
  TrialDeadlines(InstantSource clock, @Nullable Duration limit, Consumer<Evaluation> expired) {
    this.clock = clock;
    this.limit = limit;
    this.expired = expired;
    if (limit != null) {
      Thread thread = new Thread(() -> watch(limit), "trial-deadlines");
      thread.setDaemon(true);
      thread.start();
    }
  }

  /** The evaluation of a trial by a thread. */
  record Evaluation(
      Trial trial, TrialProgress progress, Thread thread, Instant begun, AtomicBoolean ended) {

    /** Ends the evaluation; returns false if it has ended already. */
    private boolean end() {
      return ended.compareAndSet(false, true);
    }

    /** Makes an evaluation that exceeded its time return soon, if it can. */
    void giveUp() {
      if (progress.giveUp()) {
        thread.interrupt();
      }
    }
  }

  /** Records that the current thread begins to evaluate a trial. */
  Evaluation begin(Trial trial, TrialProgress progress) {
    Thread thread = Thread.currentThread();
    Evaluation evaluation =
        new Evaluation(trial, progress, thread, clock.instant(), new AtomicBoolean());
    running.put(thread, evaluation);
    return evaluation;
  }

  /** Records the end of an evaluation; returns false if it came too late. */
  boolean end(Evaluation evaluation) {
    running.remove(evaluation.thread(), evaluation);
    return evaluation.end();
  }

  private void watch(Duration longest) {
    while (!closed) {
      Instant now = clock.instant();
      for (Evaluation evaluation : List.copyOf(running.values())) {
        if (now.isAfter(evaluation.begun().plus(longest)) && evaluation.end()) {
          running.remove(evaluation.thread(), evaluation);
          expired.accept(evaluation);
        }
      }
      pause();
    }
  }

  private void pause() {
    try {
      Thread.sleep(PERIOD_MILLIS);
    } catch (InterruptedException e) {
      closed = true;
    }
  }

  /** Returns the maximum duration of a trial; null if there is none. */
  @Nullable Duration limit() {
    return limit;
  }

  @Override
  public void close() {
    closed = true;
  }
}
