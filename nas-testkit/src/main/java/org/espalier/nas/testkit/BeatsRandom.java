package org.espalier.nas.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.LongFunction;
import java.util.stream.LongStream;
import org.espalier.nas.api.space.Architecture;
import org.espalier.nas.api.statistics.SignedRanks;
import org.espalier.nas.api.trial.Proposal;
import org.espalier.nas.problem.RandomSearch;
import org.espalier.nas.problem.ReferenceProblem;
import org.espalier.nas.problem.ReferenceProblems;
import org.junit.jupiter.api.Test;

/**
 * A {@link ControllerContract} whose controller is better than random search on each of several
 * problems with a known optimum.
 *
 * <p>For each seed, controller and random search get the same member of the family of problems and
 * the same number of trials. The compared value is the regret, the difference between the optimum
 * and the best reward so far, averaged over the second half of the trials. The differences of 30
 * seeds undergo a one-sided Wilcoxon signed-rank test at 0.01.
 *
 * <p>Since the test must reject on every problem, a controller that is no better than random search
 * on one of them passes with a probability of at most 0.01, and no correction for the number of
 * problems is needed (an intersection–union test, Berger 1982). Power: if the differences are
 * normal, a mean of 0.62 standard deviations is detected on one problem with a probability of 0.80,
 * one of 0.71 with a probability of 0.90, and one of 1 with a probability of 0.998.
 */
public interface BeatsRandom {

  /**
   * Returns the families of problems; by default a graded bandit and a rugged landscape, both of
   * options.
   */
  default List<LongFunction<ReferenceProblem>> problems() {
    return List.of(ReferenceProblems::gradedBandit, ReferenceProblems::nkLandscape);
  }

  /** Returns the number of trials of either search. */
  default int trialsAgainstRandom() {
    return 300;
  }

  /** Returns the number of seeds compared, from 1; the stated power is for 30. */
  default int seedsAgainstRandom() {
    return 30;
  }

  /** Checks that the regret is lower than that of random search, on every problem. */
  @Test
  default void beatsRandomSearch() {
    ControllerContract contract = ControllerContract.of(this);
    assertThat(problems()).as("problems").hasSizeGreaterThanOrEqualTo(2);
    contract.within(() -> problems().forEach(family -> assertBetter(contract, family)));
  }

  private void assertBetter(ControllerContract contract, LongFunction<ReferenceProblem> family) {
    double[] gains =
        LongStream.rangeClosed(1, seedsAgainstRandom())
            .mapToDouble(seed -> gain(contract, family.apply(seed), seed))
            .toArray();
    SignedRanks ranks = SignedRanks.of(gains);
    assertThat(ranks.upperTail())
        .as(
            "p-value of being better than random search at the %s in %d seeds of %d trials (%d differences, positive ranks %s)",
            family.apply(1).name(),
            seedsAgainstRandom(),
            trialsAgainstRandom(),
            ranks.count(),
            ranks.positive())
        .isLessThanOrEqualTo(0.01);
  }

  /** Returns the regret of random search minus that of the controller. */
  private double gain(ControllerContract contract, ReferenceProblem problem, long seed) {
    int trials = trialsAgainstRandom();
    List<Architecture> proposed =
        Searches.run(
                contract,
                problem.space(),
                seed,
                trials,
                SyntheticResults.rewarding(problem.reward()))
            .stream()
            .map(Proposal::architecture)
            .toList();
    return regret(problem, RandomSearch.draw(problem.space(), seed, trials), trials)
        - regret(problem, proposed, trials);
  }

  private static double regret(ReferenceProblem problem, List<Architecture> tried, int trials) {
    double best = Double.POSITIVE_INFINITY;
    double sum = 0;
    int counted = 0;
    for (int trial = 0; trial < tried.size(); trial++) {
      best = Math.min(best, problem.regret(tried.get(trial)));
      if (2 * trial >= trials) {
        sum += best;
        counted++;
      }
    }
    return counted == 0 ? best : sum / counted;
  }
}
