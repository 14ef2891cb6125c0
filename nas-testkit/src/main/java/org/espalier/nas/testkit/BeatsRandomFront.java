package org.espalier.nas.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.LongFunction;
import java.util.stream.LongStream;
import org.espalier.nas.api.controller.Controller;
import org.espalier.nas.api.evaluation.Direction;
import org.espalier.nas.api.objective.Objective;
import org.espalier.nas.api.objective.Objectives;
import org.espalier.nas.api.random.RandomStreams;
import org.espalier.nas.api.statistics.SignedRanks;
import org.espalier.nas.api.trial.Account;
import org.espalier.nas.api.trial.Measurement;
import org.espalier.nas.api.trial.Outcome;
import org.espalier.nas.api.trial.Trial;
import org.espalier.nas.api.trial.TrialResult;
import org.espalier.nas.problem.RandomSearch;
import org.junit.jupiter.api.Test;

/**
 * A {@link MultiObjectiveControllerContract} whose controller finds better fronts than random
 * search on each of several problems of two objectives.
 *
 * <p>For each seed, controller and random search get the same member of the family of problems and
 * the same number of trials. The compared value is the hypervolume of all trials with the reference
 * point (1, 1). The differences of the seeds undergo a one-sided Wilcoxon signed-rank test at 0.01.
 *
 * <p>Since the test must reject on every problem, a controller that is no better than random search
 * on one of them passes with a probability of at most 0.01. Power: if the differences are normal, a
 * mean of 0.8 standard deviations is detected on one problem with a probability of 0.82, one of 1
 * with a probability of 0.96, and one of 1.3 with a probability of 0.998.
 */
public interface BeatsRandomFront {

  /**
   * Returns the families of problems; by default two hidden architectures, and a rugged landscape
   * with prices, both of options.
   */
  default List<LongFunction<FrontProblem>> frontProblems() {
    return List.of(FrontProblem::twoBandits, FrontProblem::pricedLandscape);
  }

  /** Returns the number of trials of either search. */
  default int trialsAgainstRandomFront() {
    return 150;
  }

  /** Returns the number of seeds compared, from 1; the stated power is for 20. */
  default int seedsAgainstRandomFront() {
    return 20;
  }

  /** Checks that the hypervolume is higher than that of random search, on every problem. */
  @Test
  default void findsBetterFrontsThanRandomSearch() {
    if (!(this instanceof MultiObjectiveControllerContract contract)) {
      throw new IllegalStateException(
          getClass().getName()
              + " must extend MultiObjectiveControllerContract, which supplies the controller.");
    }
    assertThat(frontProblems()).as("problems").hasSizeGreaterThanOrEqualTo(2);
    contract.within(() -> frontProblems().forEach(family -> assertBetter(contract, family)));
  }

  private void assertBetter(
      MultiObjectiveControllerContract contract, LongFunction<FrontProblem> family) {
    double[] gains =
        LongStream.rangeClosed(1, seedsAgainstRandomFront())
            .mapToDouble(seed -> gain(contract, family.apply(seed), seed))
            .toArray();
    SignedRanks ranks = SignedRanks.of(gains);
    assertThat(ranks.upperTail())
        .as(
            "p-value of better fronts than random search at the %s in %d seeds of %d trials (%d differences, positive ranks %s)",
            family.apply(1).name(),
            seedsAgainstRandomFront(),
            trialsAgainstRandomFront(),
            ranks.count(),
            ranks.positive())
        .isLessThanOrEqualTo(0.01);
  }

  /** Returns the hypervolume of the controller minus that of random search. */
  private double gain(MultiObjectiveControllerContract contract, FrontProblem problem, long seed) {
    Objectives objectives =
        new Objectives(
            List.of(
                Objective.of("first", Direction.MINIMIZE),
                Objective.of("second", Direction.MINIMIZE)),
            false,
            List.of());
    int trials = trialsAgainstRandomFront();
    List<double[]> found = new ArrayList<>();
    try (Controller controller =
        contract.controller(problem.space(), new RandomStreams(seed), objectives)) {
      Searches.run(
          controller,
          trials,
          trial -> {
            double[] losses = problem.losses().apply(trial.proposal().architecture());
            found.add(losses);
            return result(trial, losses);
          });
    }
    List<double[]> random =
        RandomSearch.draw(problem.space(), seed, trials).stream().map(problem.losses()).toList();
    return DominatedArea.of(found) - DominatedArea.of(random);
  }

  private static TrialResult result(Trial trial, double[] losses) {
    Measurement measured =
        new Measurement(
            trial.proposal().fidelity().epochs(), Map.of("first", losses[0], "second", losses[1]));
    return new TrialResult(
        trial,
        new Outcome.Completed(List.of(measured), Account.empty()),
        null,
        List.of(losses[0], losses[1]));
  }
}
