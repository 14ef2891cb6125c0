package org.espalier.nas.engine.executor;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.espalier.nas.api.evaluation.Evaluator;
import org.espalier.nas.engine.objective.ProcessAccess;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Threads of this process, each with an evaluator of its own. */
public final class ThreadExecutor implements TrialExecutor {

  private static final Logger LOG = LoggerFactory.getLogger(ThreadExecutor.class);
  private static final long PAUSE_MILLIS = 100;

  /** Time that evaluations given up have to end before the executor is closed without them. */
  private static final long LATE_MILLIS = 2000;

  private final BlockingQueue<Optional<TrialAttempt>> waiting = new LinkedBlockingQueue<>();
  private final Map<TrialAttempt, Thread> running = new ConcurrentHashMap<>();
  private final List<Thread> threads = new ArrayList<>();
  private final List<Thread> replaced = new ArrayList<>();
  private final Supplier<? extends Evaluator> evaluators;
  private final ProcessAccess access;
  private final Consumer<Throwable> failures;

  /**
   * Starts the threads.
   *
   * @param workers number of threads
   * @param evaluators creates a thread's evaluator; called on the thread, which also closes it
   * @param access keeps trials from running while a time is measured
   * @param failures receiver of errors that belong to no attempt
   */
  public ThreadExecutor(
      int workers,
      Supplier<? extends Evaluator> evaluators,
      ProcessAccess access,
      Consumer<Throwable> failures) {
    this.evaluators = evaluators;
    this.access = access;
    this.failures = failures;
    for (int i = 1; i <= workers; i++) {
      threads.add(thread("worker-" + i));
    }
    List.copyOf(threads).forEach(Thread::start);
  }

  private Thread thread(String name) {
    Thread thread = new Thread(this::serve, name);
    thread.setDaemon(true);
    return thread;
  }

  @Override
  public void submit(TrialAttempt attempt) {
    waiting.add(Optional.of(attempt));
  }

  @Override
  public List<TrialAttempt> drop() {
    List<Optional<TrialAttempt>> dropped = new ArrayList<>();
    waiting.drainTo(dropped);
    return dropped.stream().flatMap(Optional::stream).toList();
  }

  @Override
  public void giveUp(TrialAttempt attempt, boolean interrupt) {
    Thread late = running.remove(attempt);
    if (late != null) {
      if (interrupt) {
        late.interrupt();
      }
      replace(late);
    }
  }

  private void replace(Thread late) {
    Thread fresh = thread(late.getName());
    synchronized (threads) {
      threads.set(threads.indexOf(late), fresh);
      replaced.add(late);
    }
    fresh.start();
  }

  private void serve() {
    Evaluator evaluator = null;
    boolean late = false;
    try {
      Optional<TrialAttempt> next = waiting.take();
      while (next.isPresent()) {
        TrialAttempt attempt = next.get();
        if (evaluator == null && !attempt.abandoned()) {
          evaluator = evaluators.get();
        }
        // Before the beginning, because from there on the attempt may be given up.
        running.put(attempt, Thread.currentThread());
        AttemptEnd end =
            attempt.begin(Thread.currentThread().getName())
                ? end(attempt, Objects.requireNonNull(evaluator))
                : null;
        late = running.remove(attempt) == null;
        if (end != null) {
          attempt.ended(end);
        }
        if (late) {
          return;
        }
        next = waiting.take();
      }
    } catch (Throwable e) {
      // Every error must reach the study's thread, which would otherwise wait forever.
      failures.accept(e);
    } finally {
      close(evaluator, late);
    }
  }

  private AttemptEnd end(TrialAttempt attempt, Evaluator evaluator) {
    return Evaluation.end(() -> access.shared(() -> evaluator.evaluate(attempt.trial(), attempt)));
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
        failures.accept(e);
      }
    }
  }

  @Override
  public void close() {
    boolean interrupted = false;
    for (int i = 0; i < threads.size(); i++) {
      waiting.add(Optional.empty());
    }
    for (Optional<Thread> next = alive(); next.isPresent(); next = alive()) {
      interrupted |= join(next.get());
    }
    interrupted |= leave();
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private Optional<Thread> alive() {
    synchronized (threads) {
      return threads.stream().filter(Thread::isAlive).findFirst();
    }
  }

  /** Waits a little for the threads of attempts that were given up, which may never end. */
  private boolean leave() {
    boolean interrupted = false;
    long deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(LATE_MILLIS);
    for (Thread late : replaced) {
      while (late.isAlive() && System.nanoTime() < deadline) {
        interrupted |= join(late);
      }
      if (late.isAlive()) {
        LOG.warn("The thread {} of a trial that exceeded its time still runs.", late.getName());
      }
    }
    return interrupted;
  }

  /** Waits a little for the end of a thread; returns true if this thread was interrupted. */
  private static boolean join(Thread thread) {
    try {
      thread.join(PAUSE_MILLIS);
      return false;
    } catch (InterruptedException e) {
      return true;
    }
  }
}
