package org.espalier.nas.engine.remote;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.espalier.nas.api.evaluation.Directive;
import org.espalier.nas.api.trial.FailureCause;
import org.espalier.nas.api.trial.Outcome;
import org.espalier.nas.engine.executor.AttemptEnd;
import org.espalier.nas.engine.executor.TrialAttempt;
import org.jspecify.annotations.Nullable;

/**
 * The attempts of a study that workers evaluate: the study's side of their connection. An attempt
 * begins once and ends once, even if a cluster runs it twice or loses it. Safe for use by several
 * threads.
 */
public final class RemoteAttempts {

  /** An attempt that machines lose so often before it begins is told to the study as lost. */
  private static final int MOST_LAUNCHES = 3;

  private final byte[] study;
  private final StudyState state;
  private final AtomicLong last = new AtomicLong();
  private final Map<Long, Attempt> attempts = new ConcurrentHashMap<>();

  /**
   * Creates the study's side.
   *
   * @param study description of the study, which workers ask for before their first trial
   * @param state the state of the study, which listens to it
   */
  public RemoteAttempts(RemoteStudy study, StudyState state) {
    this.study = WireFormat.study(study);
    this.state = state;
  }

  /** An attempt, whose methods are called by one thread at a time. */
  private static final class Attempt {
    private final TrialAttempt attempt;
    private boolean begun;
    private boolean over;
    private int launches = 1;

    Attempt(TrialAttempt attempt) {
      this.attempt = attempt;
    }

    synchronized boolean running() {
      return begun && !over;
    }

    synchronized boolean begin(String worker) {
      if (over) {
        return false;
      }
      if (begun) {
        end(new AttemptEnd.Lost("the cluster ran it again elsewhere"));
        return false;
      }
      begun = true;
      over = !attempt.begin(worker);
      return !over;
    }

    /** Ends the attempt; false if it was lost before its beginning and can be launched again. */
    synchronized boolean end(AttemptEnd end) {
      if (over) {
        return true;
      }
      if (!begun && end instanceof AttemptEnd.Lost && launches < MOST_LAUNCHES) {
        launches++;
        return false;
      }
      if (begun || begin("")) {
        over = true;
        attempt.ended(end);
      }
      return true;
    }

    synchronized boolean drop() {
      boolean dropped = !begun && !over;
      over |= dropped;
      return dropped;
    }
  }

  /** Adds an attempt; returns its number, by which workers know it. */
  public long add(TrialAttempt attempt) {
    long id = last.incrementAndGet();
    attempts.put(id, new Attempt(attempt));
    return id;
  }

  /**
   * Answers a worker.
   *
   * @param request bytes that a {@link TrialWorker} made
   * @return the answer
   */
  public byte[] answer(byte[] request) {
    Request asked = WireFormat.request(request);
    if (asked instanceof Request.Study) {
      return study.clone();
    } else if (asked instanceof Request.Begin begin) {
      return WireFormat.order(begin(begin));
    } else if (asked instanceof Request.Report report) {
      Attempt attempt = running(report.attempt());
      return WireFormat.directive(
          attempt == null ? Directive.ABANDON : attempt.attempt.report(report.measurement()));
    }
    Attempt attempt = running(((Request.Abandoned) asked).attempt());
    return WireFormat.answer(attempt == null || attempt.attempt.abandoned());
  }

  private Optional<TrialOrder> begin(Request.Begin begin) {
    Attempt attempt = attempts.get(begin.attempt());
    if (attempt == null || !attempt.begin(begin.worker())) {
      attempts.remove(begin.attempt());
      return Optional.empty();
    }
    return Optional.of(
        state.order(attempt.attempt.trial(), attempt.attempt.continued(), begin.known()));
  }

  private @Nullable Attempt running(long id) {
    Attempt attempt = attempts.get(id);
    return attempt == null || !attempt.running() ? null : attempt;
  }

  /**
   * Ends an attempt. Does nothing if it ended before, was dropped or given up.
   *
   * @param id its number
   * @param end end that a worker reached, or the loss of the worker
   * @return false if it was lost before it began and is to be launched again
   */
  public boolean ended(long id, AttemptEnd end) {
    Attempt attempt = attempts.get(id);
    if (attempt != null && !attempt.end(end)) {
      return false;
    }
    attempts.remove(id);
    return true;
  }

  /**
   * Ends an attempt with what a worker returned for it.
   *
   * @param end bytes that {@link TrialWorker#evaluate} returned
   */
  public void returned(long id, byte[] end) {
    Optional<AttemptEnd> reached = WireFormat.end(end);
    if (reached.isEmpty()) {
      attempts.remove(id);
    } else {
      ended(id, reached.get());
    }
  }

  /** Drops the attempts that have not begun, and returns them by their numbers. */
  public Map<Long, TrialAttempt> drop() {
    Map<Long, TrialAttempt> dropped = new TreeMap<>();
    attempts.forEach(
        (id, attempt) -> {
          if (attempt.drop()) {
            dropped.put(id, attempt.attempt);
          }
        });
    dropped.keySet().forEach(attempts::remove);
    return dropped;
  }

  /**
   * Forgets a running attempt, whose worker is told to abandon it.
   *
   * @return its number; empty if it has ended
   */
  public Optional<Long> giveUp(TrialAttempt attempt) {
    Optional<Long> id =
        attempts.entrySet().stream()
            .filter(entry -> entry.getValue().attempt == attempt)
            .map(Map.Entry::getKey)
            .findFirst();
    id.ifPresent(attempts::remove);
    return id;
  }

  /** Returns the numbers of the attempts that have not ended. */
  public List<Long> open() {
    return List.copyOf(attempts.keySet());
  }

  /**
   * Ends the attempts that have not ended although the study abandons them; returns their numbers.
   */
  public List<Long> abandonOpen() {
    List<Long> open = open();
    for (long id : open) {
      Attempt attempt = attempts.get(id);
      if (attempt != null && attempt.running() && attempt.attempt.abandoned()) {
        // The study ignores the outcome of a trial that it abandons.
        boolean unused =
            ended(
                id,
                new AttemptEnd.Evaluated(
                    Outcome.Failed.of(FailureCause.EXCEPTION, "The trial was abandoned.")));
      } else {
        boolean unused = ended(id, new AttemptEnd.Lost("the study has ended"));
        attempts.remove(id);
      }
    }
    return open;
  }
}
