package org.espalier.nas.api.trial;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apiguardian.api.API;

/**
 * The epochs that a search did not train because a stopping rule ended trials.
 *
 * @param trials the number of trials that finished
 * @param stopped the number of trials that a stopping rule ended
 * @param savedEpochs the epochs that stopped trials would still have trained up to their last one;
 *     those of a trial that another one continues count with that one
 * @param trainedEpochs the epochs that all trials trained
 * @param endedThemselves the number of trials that completed before their last epoch, by early
 *     stopping of their evaluator
 * @param untrainedEpochs the epochs that these did not train; no rule of the search saved them
 */
@API(status = EXPERIMENTAL, since = "0.1")
public record StoppingSavings(
    int trials,
    int stopped,
    long savedEpochs,
    long trainedEpochs,
    int endedThemselves,
    long untrainedEpochs) {

  /** Returns the savings of the trials with these results. */
  public static StoppingSavings of(Collection<TrialResult> results) {
    Set<Integer> continued =
        results.stream()
            .flatMap(result -> Stream.ofNullable(result.trial().proposal().continuedTrial()))
            .collect(Collectors.toSet());
    int stopped = 0;
    int ended = 0;
    long saved = 0;
    long untrained = 0;
    long trained = 0;
    for (TrialResult result : results) {
      long left = Math.max(0, result.trial().proposal().fidelity().epochs() - result.epochs());
      trained += result.trainedEpochs();
      if (result.outcome() instanceof Outcome.Stopped) {
        stopped++;
        saved += continued.contains(result.trial().number()) ? 0 : left;
      } else if (result.outcome() instanceof Outcome.Completed && left > 0) {
        ended++;
        untrained += left;
      }
    }
    return new StoppingSavings(results.size(), stopped, saved, trained, ended, untrained);
  }

  /** Returns the epochs that would have been trained without the rule. */
  public long epochsWithoutRule() {
    return trainedEpochs + savedEpochs;
  }

  /** Returns the share of these epochs that was saved, in [0, 1]. */
  public double share() {
    return savedEpochs == 0 ? 0 : (double) savedEpochs / epochsWithoutRule();
  }
}
