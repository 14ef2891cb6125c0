package org.espalier.nas.engine.study;

import java.util.List;
import org.espalier.nas.api.trial.Outcome;
import org.espalier.nas.api.trial.TrialResult;
import org.espalier.nas.engine.store.StoredTrial;

/**
 * The part of a {@link Budget} that the trials of a study have used.
 *
 * @param trials the number of trials
 * @param epochs the epochs trained in finished trials together; a failed trial counts as at least
 *     one
 * @param seconds the training time charged to finished trials together, in seconds; a failed trial
 *     counts as at least one
 */
public record BudgetUse(int trials, long epochs, double seconds) {

  /** Returns the use of these trials, all of a study. */
  public static BudgetUse of(List<StoredTrial> trials) {
    List<TrialResult> results = trials.stream().flatMap(trial -> trial.result().stream()).toList();
    return new BudgetUse(
        trials.size(),
        results.stream().mapToLong(BudgetUse::epochs).sum(),
        results.stream().mapToDouble(BudgetUse::seconds).sum());
  }

  static long epochs(TrialResult result) {
    return Math.max(least(result), result.trainedEpochs());
  }

  static double seconds(TrialResult result) {
    Double charged = result.outcome().account().cost().seconds();
    return Math.max(least(result), charged == null ? 0 : charged);
  }

  /** Otherwise a search all of whose trials fail at once would never spend its budget. */
  private static int least(TrialResult result) {
    return result.outcome() instanceof Outcome.Failed ? 1 : 0;
  }
}
