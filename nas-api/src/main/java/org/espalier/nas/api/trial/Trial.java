package org.espalier.nas.api.trial;

import static org.apiguardian.api.API.Status.MAINTAINED;

import java.util.Objects;
import org.apiguardian.api.API;

/**
 * One evaluation of one architecture, as passed to an evaluator.
 *
 * @param number the number in the order of proposal, from 1
 * @param proposal the proposal to evaluate
 * @param seed the seed of every random draw of the evaluation; a trial that continues another one
 *     has that one's seed, so that its draws equal those of a single uninterrupted trial
 * @param informedBy the number of trials whose results had been told when this one was proposed;
 *     this trial sees only the state left by trials 1…informedBy (shared weights), so that the
 *     outcome does not depend on the number of workers
 */
@API(status = MAINTAINED, since = "0.1")
public record Trial(int number, Proposal proposal, long seed, int informedBy) {

  /** Checks the numbers. */
  public Trial {
    Objects.requireNonNull(proposal);
    if (number < 1) {
      throw new IllegalArgumentException("number (" + number + ") must be positive.");
    }
    if (informedBy < 0 || informedBy >= number) {
      throw new IllegalArgumentException(
          "informedBy (" + informedBy + ") must lie in [0, number (" + number + ")).");
    }
  }
}
