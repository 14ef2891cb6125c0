package org.espalier.nas.tf.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.espalier.nas.api.controller.Controller;
import org.espalier.nas.api.space.Architecture;
import org.espalier.nas.controller.reinforce.ReinforceSettings;
import org.espalier.nas.problem.ReferenceProblem;
import org.espalier.nas.problem.ReferenceProblems;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * A test that a NASCell policy learns a chain of 16 decisions of four options, of which one of 4
 * billion architectures is hidden; uniform draws have a mean reward of 0.25, and 2,000 of them find
 * the hidden one with a probability of 5e-7.
 */
final class ReinforceNasCellTest {
  private static final int SAMPLES = 2_000;

  private static ReferenceProblem chain(long seed) {
    return ReferenceProblems.gradedBandit(16, 4, seed);
  }

  private static Controller controller(ReinforceSettings settings, int seed) {
    return Searches.reinforce(settings, chain(seed).space(), 1_000 + seed);
  }

  /**
   * Returns true if, after some number of samples, the hidden architecture is found and the latest
   * samples have at least a mean reward.
   */
  private static boolean learns(
      ReinforceSettings settings, int seed, int latest, double meanReward) {
    Bandit.History all = emptyHistory();
    try (Controller controller = controller(settings, seed)) {
      while (all.rewards().size() < SAMPLES) {
        extend(all, controller, seed);
        int drawn = all.rewards().size();
        if (drawn >= latest
            && all.firstWith(1) > 0
            && all.meanReward(drawn - latest, drawn) >= meanReward) {
          return true;
        }
      }
    }
    return false;
  }

  private static Bandit.History emptyHistory() {
    return new Bandit.History(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
  }

  private static void extend(Bandit.History all, Controller controller, int seed) {
    Bandit.History batch = Bandit.run(controller, controller.batch(), chain(seed).reward());
    all.proposals().addAll(batch.proposals());
    all.rewards().addAll(batch.rewards());
  }

  private static long successes(int seeds, IntPredicate succeeds) {
    return IntStream.rangeClosed(1, seeds).filter(succeeds).count();
  }

  /**
   * One seed, where the slow test asks for 19 of 20 and a higher mean reward: a policy that learns
   * in 19 of 20 seeds fails here and in the next test with a probability of 0.1, and one that draws
   * uniformly passes either with a probability below 1e-6. The seeds are fixed, so that the verdict
   * does not change from run to run.
   */
  @Test
  void learnsTheChain() {
    assertThat(learns(Searches.smallNascell(0), 1, 50, 0.85)).isTrue();
  }

  /** Checks that 30 % uniform draws, which have a mean reward of 0.25, do not prevent learning. */
  @Test
  void learnsTheChainWhileItExplores() {
    assertThat(learns(Searches.smallNascell(0.3), 2, 50, 0.65)).isTrue();
  }

  @Test
  @Tag("slow")
  void learnsTheChainInNearlyAllOfTwentySeeds() {
    assertThat(successes(20, seed -> learns(Searches.smallNascell(0), seed, 100, 0.95)))
        .isGreaterThanOrEqualTo(19);
  }

  @Test
  @Tag("slow")
  void learnsTheChainInNearlyAllOfTwentySeedsWhileItExplores() {
    assertThat(successes(20, seed -> learns(Searches.smallNascell(0.3), seed, 100, 0.72)))
        .isGreaterThanOrEqualTo(19);
  }

  /**
   * The published search settles on few architectures. Its mean reward over 8 seeds is not above
   * that of uniform draws: a one-sided t-test at α = 0.001 (critical value 4.785 at 7 degrees of
   * freedom). A chain of 8 decisions suffices to see it, and takes half of the time.
   */
  @Test
  void asPublishedSettlesOnFewArchitecturesAndDoesNotLearn() {
    assertThat(excess(8, 8, 60)).satisfies(excess -> assertNotLearnt(excess, 4.785));
  }

  /** The critical value of 19 degrees of freedom is 3.579. */
  @Test
  @Tag("slow")
  void asPublishedDoesNotLearnTheChain() {
    assertThat(excess(20, 16, 400)).satisfies(excess -> assertNotLearnt(excess, 3.579));
  }

  private static void assertNotLearnt(double[] excess, double critical) {
    double mean = Arrays.stream(excess).average().orElseThrow();
    double squares = Arrays.stream(excess).map(value -> (value - mean) * (value - mean)).sum();
    double error = Math.sqrt(squares / (excess.length - 1) / excess.length);
    assertThat(mean).isLessThanOrEqualTo(critical * error);
  }

  /**
   * Returns the mean reward of the second half of each seed's samples minus that of uniform draws.
   */
  private static double[] excess(int seeds, int decisions, int samples) {
    return IntStream.rangeClosed(1, seeds)
        .mapToDouble(seed -> laterExcess(seed, decisions, samples))
        .toArray();
  }

  private static double laterExcess(int seed, int decisions, int samples) {
    ReferenceProblem problem = ReferenceProblems.gradedBandit(decisions, 4, seed);
    try (Controller controller = Searches.reinforce(Searches.wallarm(), problem.space(), seed)) {
      Bandit.History history = Bandit.run(controller, samples, problem.reward());
      List<Architecture> later = history.architectures().subList(samples / 2, samples);
      assertThat(new HashSet<>(later)).as("architectures of seed %d", seed).hasSizeLessThan(20);
      assertThat(history.firstWith(1)).isZero();
      return history.meanReward(samples / 2, samples) - 0.25;
    }
  }
}
