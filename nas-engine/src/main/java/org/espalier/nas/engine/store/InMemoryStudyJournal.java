package org.espalier.nas.engine.store;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.espalier.nas.api.trial.Measurement;
import org.espalier.nas.api.trial.Trial;
import org.espalier.nas.api.trial.TrialResult;
import org.espalier.nas.engine.steering.InMemorySteeringRequests;
import org.espalier.nas.engine.steering.SteeringEvent;
import org.espalier.nas.engine.steering.SteeringRequests;
import org.jspecify.annotations.Nullable;

/** Journal of a study that is kept in memory. */
final class InMemoryStudyJournal implements StudyJournal {

  private StudyDescription description;
  private final List<StoredSession> sessions = new ArrayList<>();
  private final List<StoredTrial> trials = new ArrayList<>();
  private final List<RecordedAsk> asks = new ArrayList<>();
  private final SortedMap<Integer, Map<String, Double>> diagnostics = new TreeMap<>();
  private final List<SteeringEvent> steering = new ArrayList<>();
  private final SteeringRequests requests = new InMemorySteeringRequests();
  private @Nullable ControllerSnapshot snapshot;
  private boolean open;
  private long changes;

  InMemoryStudyJournal(StudyDescription description) {
    this.description = description;
  }

  /** Opens the journal; returns false if it is open already. */
  synchronized boolean open() {
    boolean opened = !open;
    open = true;
    return opened;
  }

  synchronized boolean isOpen() {
    return open;
  }

  synchronized String version() {
    return Long.toString(changes);
  }

  synchronized StoredStudy study(String key) {
    return new StoredStudy(key, description, sessions, trials, diagnostics, steering);
  }

  @Override
  public synchronized StudyDescription description() {
    return description;
  }

  @Override
  public synchronized List<StoredTrial> trials() {
    return List.copyOf(trials);
  }

  @Override
  public synchronized List<StoredSession> sessions() {
    return List.copyOf(sessions);
  }

  @Override
  public synchronized Optional<ControllerSnapshot> snapshot() {
    return Optional.ofNullable(snapshot);
  }

  @Override
  public synchronized List<RecordedAsk> asks() {
    return List.copyOf(asks);
  }

  @Override
  public synchronized List<SteeringEvent> steering() {
    return List.copyOf(steering);
  }

  @Override
  public synchronized void steered(SteeringEvent event) {
    changes++;
    steering.add(event);
  }

  SteeringRequests requests() {
    return requests;
  }

  @Override
  public synchronized int beginSession(Instant at) {
    changes++;
    int number = sessions.size() + 1;
    sessions.add(new StoredSession(number, at, null, null));
    return number;
  }

  @Override
  public synchronized void endSession(
      int session, Instant at, String ending, SortedMap<Integer, Map<String, Double>> diagnostics) {
    changes++;
    this.diagnostics.putAll(diagnostics);
    Instant startedAt = sessions.get(session - 1).startedAt();
    sessions.set(session - 1, new StoredSession(session, startedAt, at, ending));
  }

  @Override
  public synchronized void asked(AskEntry entry) {
    changes++;
    add(entry.trials(), entry.at());
    asks.addAll(entry.asks());
    diagnostics.putAll(entry.diagnostics());
    snapshot = entry.snapshot() == null ? snapshot : entry.snapshot();
  }

  private void add(List<Trial> added, Instant at) {
    int number = trials.size();
    for (Trial trial : added) {
      number++;
      if (trial.number() != number) {
        throw new StoreException(
            StoreException.Kind.OTHER,
            description.name(),
            "number (%d) of the trial must be %d, the next one.".formatted(trial.number(), number));
      }
    }
    for (Trial trial : added) {
      trials.add(new StoredTrial(trial, null, List.of(), 0, at, null, null));
    }
  }

  @Override
  public synchronized void extended(StudyExtension extension) {
    changes++;
    add(extension.trials(), extension.at());
    if (!asks.equals(extension.asks())) {
      asks.clear();
      asks.addAll(extension.asks());
      snapshot = null;
    }
    description = extension.description();
    sessions.add(
        new StoredSession(
            sessions.size() + 1, extension.at(), extension.at(), StoredSession.EXTENDED));
  }

  @Override
  public void started(int trial, Instant at, String worker) {
    update(
        trial,
        old ->
            new StoredTrial(
                old.trial(), null, List.of(), old.attempts() + 1, old.askedAt(), at, null, worker));
  }

  @Override
  public void measured(int trial, Measurement measurement) {
    update(
        trial,
        old -> {
          List<Measurement> partial = new ArrayList<>(old.partial());
          partial.add(measurement);
          return new StoredTrial(
              old.trial(),
              null,
              partial,
              old.attempts(),
              old.askedAt(),
              old.startedAt(),
              null,
              old.worker());
        });
  }

  @Override
  public void abandoned(int trial) {
    update(
        trial,
        old ->
            new StoredTrial(
                old.trial(),
                null,
                old.partial(),
                old.attempts() - 1,
                old.askedAt(),
                old.startedAt(),
                null,
                old.worker()));
  }

  @Override
  public void finished(TrialResult result, Instant at) {
    update(
        result.trial().number(),
        old ->
            new StoredTrial(
                old.trial(),
                result,
                List.of(),
                old.attempts(),
                old.askedAt(),
                old.startedAt(),
                at,
                old.worker()));
  }

  private synchronized void update(int trial, UnaryOperator<StoredTrial> change) {
    changes++;
    trials.set(trial - 1, change.apply(trials.get(trial - 1)));
  }

  @Override
  public void batch(Runnable calls) {
    calls.run();
  }

  @Override
  public synchronized void close() {
    open = false;
  }
}
