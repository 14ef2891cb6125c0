package org.espalier.nas.engine.remote;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.espalier.nas.api.evaluation.Evaluator;
import org.espalier.nas.api.evaluation.StudyListener;
import org.espalier.nas.api.trial.Outcome;
import org.espalier.nas.api.trial.TrialResult;
import org.espalier.nas.engine.executor.AttemptEnd;
import org.espalier.nas.engine.executor.Evaluation;
import org.jspecify.annotations.Nullable;

/**
 * A worker that evaluates trials of a study in another process than that of the study. Safe for use
 * by several threads, each of which has an evaluator of its own.
 */
public final class TrialWorker implements AutoCloseable {

  private final WorkerLink link;
  private final WorkerParts parts;
  private final List<StudyListener> listeners;
  private final Deque<Evaluator> idle = new ArrayDeque<>();
  private final Set<Integer> retained = new HashSet<>();
  private final String name;
  private int told;

  private TrialWorker(WorkerLink link, WorkerParts parts, String name) {
    this.link = link;
    this.name = name;
    this.parts = parts;
    this.listeners = parts.listeners();
  }

  /**
   * Asks the study for its description, and prepares the evaluation of its trials.
   *
   * @param link the connection to the study
   * @param classes loader of the program's classes, by which the {@link WorkerProvider} is found
   * @param place the place of the worker, whose folder is empty
   * @throws IOException if the study cannot be reached
   * @throws org.espalier.nas.api.NasException if its trials cannot be evaluated here
   */
  public static TrialWorker open(WorkerLink link, ClassLoader classes, WorkerPlace place)
      throws IOException {
    RemoteStudy study = WireFormat.study(link.ask(WireFormat.request(new Request.Study())));
    study.content().writeFiles(place.folder());
    for (WorkerProvider provider : ServiceLoader.load(WorkerProvider.class, classes)) {
      if (provider.serves(study.kind())) {
        return new TrialWorker(link, provider.open(study, place), place.name());
      }
    }
    throw new RemoteException(
        "Nothing here evaluates studies of the kind "
            + study.kind()
            + ": install the same version of the program on all machines.");
  }

  /**
   * Evaluates a trial.
   *
   * @param attempt the number of the attempt
   * @param cancelled returns true once the evaluation should end as soon as possible
   * @return bytes for {@link RemoteAttempts#returned}
   * @throws IOException if the study cannot be reached
   */
  public byte[] evaluate(long attempt, BooleanSupplier cancelled) throws IOException {
    Optional<TrialOrder> order = begin(attempt);
    return WireFormat.end(
        order.isEmpty() ? Optional.empty() : Optional.of(end(attempt, order.get(), cancelled)));
  }

  /** Returns the end of an attempt in a worker that cannot evaluate trials. */
  public static byte[] broken(Throwable cause) {
    return WireFormat.end(Optional.of(new AttemptEnd.Broken(cause)));
  }

  private synchronized Optional<TrialOrder> begin(long attempt) throws IOException {
    Optional<TrialOrder> order =
        WireFormat.order(link.ask(WireFormat.request(new Request.Begin(attempt, told, name))));
    order.ifPresent(wanted -> told += wanted.told().size());
    order.ifPresent(this::tell);
    return order;
  }

  private void tell(TrialOrder order) {
    order
        .told()
        .forEach(result -> listeners.forEach(each -> each.told(result, order.oldestNeeded())));
    if (order.retained()) {
      retained.add(order.trial().number());
    }
    Set<Integer> running = Set.copyOf(retained);
    listeners.forEach(listener -> listener.retained(running));
  }

  private AttemptEnd end(long attempt, TrialOrder order, BooleanSupplier cancelled) {
    RemoteProgress progress = new RemoteProgress(link, attempt, order.continued(), cancelled);
    @Nullable Evaluator evaluator = null;
    try {
      evaluator = take();
      Evaluator used = evaluator;
      AttemptEnd end = Evaluation.end(() -> used.evaluate(order.trial(), progress));
      if (progress.failure() != null) {
        return new AttemptEnd.Lost("the study could not be reached: " + progress.failure());
      }
      if (end instanceof AttemptEnd.Evaluated evaluated) {
        store(order, evaluated.outcome());
      }
      return end;
    } catch (RuntimeException | Error e) {
      return new AttemptEnd.Broken(e);
    } finally {
      leave(order, evaluator, cancelled.getAsBoolean());
    }
  }

  private Evaluator take() {
    synchronized (this) {
      Evaluator waiting = idle.poll();
      if (waiting != null) {
        return waiting;
      }
    }
    return parts.evaluator();
  }

  /** Makes what the trial leaves for others durable before the study knows its result. */
  private void store(TrialOrder order, Outcome outcome) {
    TrialResult result = new TrialResult(order.trial(), outcome, null);
    listeners.forEach(listener -> listener.storing(result));
  }

  /** Keeps the evaluator for the next trial, unless it was interrupted somewhere. */
  private void leave(TrialOrder order, @Nullable Evaluator evaluator, boolean interrupted) {
    synchronized (this) {
      retained.remove(order.trial().number());
      if (evaluator != null && !interrupted) {
        idle.push(evaluator);
      }
    }
    if (evaluator != null && interrupted) {
      evaluator.close();
    }
  }

  /** Closes the evaluators, of which none may run, and the parts. */
  @Override
  public void close() {
    synchronized (this) {
      idle.forEach(Evaluator::close);
      idle.clear();
    }
    parts.close();
  }
}
