package org.espalier.nas.api.trial;

import static org.apiguardian.api.API.Status.MAINTAINED;

import java.util.Objects;
import org.apiguardian.api.API;

/**
 * One evaluation of one architecture, as it is handed to an evaluator.
 *
 * @param number counted from 1 in the order of proposal
 * @param proposal what is to be evaluated
 * @param seed from which every random draw of the evaluation derives; a trial that continues
 *     another one has that one's seed, so that it draws what one trial in one go would have drawn
 * @param informedBy the number of trials whose results had been told when this one was proposed;
 *     what trials 1…informedBy left behind (shared weights) is what this one may see, so that the
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
