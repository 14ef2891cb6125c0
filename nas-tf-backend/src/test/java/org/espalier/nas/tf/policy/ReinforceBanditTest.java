package org.espalier.nas.tf.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.espalier.nas.api.controller.Controller;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * A test that the search finds the architecture hidden in the space of multilayer perceptrons.
 *
 * <p>The published space has 840 architectures, so that any search without repeats finds the
 * optimum within 840 samples, random search after 420 in the median. Learning is therefore judged
 * where the ban on repeats does not help: with repeats allowed, by the policy's draws; by the
 * number of samples to the optimum; and in a deeper space of 707,280 architectures, where a random
 * search of 1,000 samples finds it with a probability below 0.002.
 */
final class ReinforceBanditTest {
  private static final int PUBLISHED = 3;
  private static final int DEEP = 5;
  private static final int SAMPLES = 1_000;

  private static long successes(int seeds, Predicate<Integer> succeeds) {
    return IntStream.rangeClosed(1, seeds).boxed().filter(succeeds).count();
  }

  /** Checks that the optimum is found within 500 samples and dominates the last 100. */
  @Test
  void thePolicyConcentratesOnTheOptimum() {
    assertThat(successes(20, ReinforceBanditTest::concentrates)).isGreaterThanOrEqualTo(19);
  }

  private static boolean concentrates(int seed) {
    Bandit bandit = Bandit.of(PUBLISHED, seed);
    try (Controller controller = Searches.reinforce(Searches.correct(true), bandit, 1_000 + seed)) {
      Bandit.History history = Bandit.run(controller, 500, bandit::graded);
      return history.firstWith(1) > 0 && history.meanReward(400, 500) > 0.95;
    }
  }

  /**
   * Random search finds the optimum within 420 samples with a probability of one half, and in 19 of
   * 20 seeds with a probability of 2e-5.
   */
  @Test
  void findsTheOptimumSoonerThanRandomSearch() {
    assertThat(successes(20, seed -> finds(PUBLISHED, 420, seed))).isGreaterThanOrEqualTo(19);
  }

  @Test
  void findsTheOptimumOfADeepSpace() {
    assertThat(successes(5, seed -> finds(DEEP, SAMPLES, seed))).isGreaterThanOrEqualTo(4);
  }

  @Test
  @Tag("slow")
  void findsTheOptimumOfADeepSpaceInNearlyAllOfTwentySeeds() {
    assertThat(successes(20, seed -> finds(DEEP, SAMPLES, seed))).isGreaterThanOrEqualTo(19);
  }

  private static boolean finds(int maxLength, int samples, int seed) {
    Bandit bandit = Bandit.of(maxLength, seed);
    try (Controller controller =
        Searches.reinforce(Searches.correct(false), bandit, 1_000 + seed)) {
      int drawn = 0;
      while (drawn < samples) {
        Bandit.History batch = Bandit.run(controller, controller.batch(), bandit::graded);
        if (batch.firstWith(1) > 0) {
          return true;
        }
        drawn += batch.rewards().size();
      }
      return false;
    }
  }

  /**
   * Checks a search with nothing to learn until the only rewarded architecture is found, which
   * happens once.
   */
  @Test
  void exhaustsTheSpaceOfTheSparseBanditCleanly() {
    Bandit bandit = Bandit.of(PUBLISHED, 1);
    try (Controller controller = Searches.reinforce(Searches.correct(false), bandit, 1)) {
      Bandit.History history = Bandit.run(controller, SAMPLES, bandit::sparse);

      assertThat(history.architectures()).hasSize(840).doesNotHaveDuplicates();
      assertThat(history.firstWith(1)).isPositive();
      assertThat(controller.ask(10)).isEmpty();
      assertThat(history.diagnostics())
          .hasSize(84)
          .allSatisfy(
              diagnostics -> assertThat(diagnostics.values()).allMatch(v -> Double.isFinite(v)));
    }
  }

  /**
   * The mean reward of the last 100 of 500 samples, over 8 seeds, is not above that of uniform
   * draws: a one-sided t-test at α = 0.001 (critical value 4.785 at 7 degrees of freedom). The
   * correct variant passes the critical value by far, so the test would notice learning.
   */
  @Test
  void asPublishedDoesNotLearn() {
    double[] published = lastRewards(8, true);
    double[] correct = lastRewards(8, false);

    assertThat(studentT(published)).isLessThan(4.785);
    assertThat(studentT(correct)).isGreaterThan(4.785);
    assertThat(Arrays.stream(published).filter(reward -> reward > 0.95).count()).isZero();
  }

  /** Returns the mean reward of each seed's last 100 samples minus that of uniform draws. */
  private static double[] lastRewards(int seeds, boolean asPublished) {
    List<Double> excess = new ArrayList<>();
    for (int seed = 1; seed <= seeds; seed++) {
      Bandit bandit = Bandit.of(PUBLISHED, seed);
      try (Controller controller =
          Searches.reinforce(
              asPublished ? Searches.asPublished(true) : Searches.correct(true), bandit, seed)) {
        Bandit.History history = Bandit.run(controller, 500, bandit::graded);
        excess.add(history.meanReward(400, 500) - uniform(bandit));
      }
    }
    return excess.stream().mapToDouble(Double::doubleValue).toArray();
  }

  /**
   * Returns the mean reward of uniform draws; in this space, uniform decisions make all 840
   * architectures equally likely.
   */
  private static double uniform(Bandit bandit) {
    return bandit.space().enumerate().mapToDouble(bandit::graded).average().orElseThrow();
  }

  private static double studentT(double[] values) {
    double mean = Arrays.stream(values).average().orElseThrow();
    double squares = Arrays.stream(values).map(value -> (value - mean) * (value - mean)).sum();
    double variance = squares / (values.length - 1);
    return mean / Math.sqrt(variance / values.length);
  }
}
