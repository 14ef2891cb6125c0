package org.espalier.nas.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.LongStream;
import org.espalier.nas.problem.ReferenceProblem;
import org.espalier.nas.problem.ReferenceProblems;
import org.junit.jupiter.api.Test;

/**
 * A {@link ControllerContract} whose controller finds a hidden architecture: the lowest level of
 * learning.
 *
 * <p>Each seed hides another of 4,096 architectures; the reward is the share of decisions that
 * agree with it. In 400 trials random search without repeats finds it with a probability of 0.098,
 * hence in 14 or more of 20 seeds with a probability of 2e-10, which is the chance that a
 * controller without learning passes. A controller that finds it with a probability of 0.9 for each
 * seed passes with a probability of 0.998.
 */
public interface LearnsBandit {

  /** Returns a problem with a hidden architecture, a different one for each seed. */
  default ReferenceProblem bandit(long seed) {
    return ReferenceProblems.gradedBandit(seed);
  }

  /** Returns the number of trials in which the controller must find it. */
  default int banditTrials() {
    return 400;
  }

  /** Returns the number of seeds, from 1. */
  default int banditSeeds() {
    return 20;
  }

  /** Returns the number of seeds in which it must be found. */
  default int banditSuccesses() {
    return 14;
  }

  /** Checks that the hidden architecture is found in most seeds. */
  @Test
  default void findsWhatIsHidden() {
    ControllerContract contract = ControllerContract.of(this);
    contract.within(
        () -> {
          long found =
              LongStream.rangeClosed(1, banditSeeds())
                  .filter(seed -> finds(contract, seed))
                  .count();
          assertThat(found)
              .as(
                  "in how many of %d seeds the optimum was found within %d trials",
                  banditSeeds(), banditTrials())
              .isGreaterThanOrEqualTo(banditSuccesses());
        });
  }

  private boolean finds(ControllerContract contract, long seed) {
    ReferenceProblem problem = bandit(seed);
    return Searches.run(
            contract,
            problem.space(),
            seed,
            banditTrials(),
            SyntheticResults.rewarding(problem.reward()))
        .stream()
        .anyMatch(proposal -> problem.regret(proposal.architecture()) <= 1e-9);
  }
}
