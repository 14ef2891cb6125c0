package org.espalier.nas.engine.store;

import java.time.Instant;
import java.util.List;
import org.espalier.nas.api.trial.Outcome;
import org.espalier.nas.api.trial.TrialResult;

/**
 * Numbers of a study's trials by their states.
 *
 * @param waiting trials that no worker has started in the last session
 * @param running trials that a worker has started in the last session; if no process works on the
 *     study any more, they wait as well
 * @param completed trials that ended as planned
 * @param stopped trials that a stopping rule ended
 * @param failed trials that failed and are feasible
 * @param infeasible trials that violate a constraint
 */
public record TrialCounts(
    int waiting, int running, int completed, int stopped, int failed, int infeasible) {

  /** Returns the numbers of these trials, the last session having begun at a time. */
  static TrialCounts of(List<StoredTrial> trials, Instant begun) {
    int[] counts = new int[6];
    for (StoredTrial trial : trials) {
      TrialResult result = trial.finished();
      counts[result == null ? (trial.isStartedSince(begun) ? 1 : 0) : index(result)]++;
    }
    return new TrialCounts(counts[0], counts[1], counts[2], counts[3], counts[4], counts[5]);
  }

  private static int index(TrialResult result) {
    if (result.succeeded()) {
      return result.outcome() instanceof Outcome.Stopped ? 3 : 2;
    }
    return result.infeasible() ? 5 : 4;
  }

  /** Returns the number of all trials. */
  public int trials() {
    return waiting + running + finished();
  }

  /** Returns the number of trials that have a result. */
  public int finished() {
    return completed + stopped + failed + infeasible;
  }

  /** Returns true if trials have results, and all these are failures. */
  public boolean allFailed() {
    return completed + stopped == 0 && failed + infeasible > 0;
  }
}
