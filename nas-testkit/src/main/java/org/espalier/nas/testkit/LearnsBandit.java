package org.espalier.nas.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.LongStream;
import org.espalier.nas.problem.ReferenceProblem;
import org.espalier.nas.problem.ReferenceProblems;
import org.junit.jupiter.api.Test;

/**
 * A {@link ControllerContract} whose controller finds what is hidden: the lowest level of learning.
 *
 * <p>Each seed hides another of 4,096 architectures; the reward is the share of decisions that
 * agree with it. In 400 trials random search without repeats finds it with a probability of 0.098,
 * hence in 14 or more of 20 seeds with one of 2e-10, which is the chance that a controller that
 * does not learn passes. One that finds it with a probability of 0.9 a seed passes with one of
 * 0.998.
 */
public interface LearnsBandit {

  /** A search in which an architecture is hidden, another for each seed. */
  default ReferenceProblem bandit(long seed) {
    return ReferenceProblems.gradedBandit(seed);
  }

  /** How many trials the controller has to find it. */
  default int banditTrials() {
    return 400;
  }

  /** How many seeds there are, from 1. */
  default int banditSeeds() {
    return 20;
  }

  /** In how many seeds it must be found. */
  default int banditSuccesses() {
    return 14;
  }

  /** The hidden architecture is found in most seeds. */
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
