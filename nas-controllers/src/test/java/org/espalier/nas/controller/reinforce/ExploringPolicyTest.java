package org.espalier.nas.controller.reinforce;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import org.espalier.nas.api.policy.Rollout;
import org.espalier.nas.controller.TokenSpace;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Tests with a policy over the 42 architectures of up to two of six letters. */
final class ExploringPolicyTest {
  private final Vocabulary vocabulary = new Vocabulary(new TokenSpace(6, 3), 16);
  private final TabularPolicy network = new TabularPolicy(vocabulary);
  private final ExploringPolicy policy = new ExploringPolicy(vocabulary, network);

  @BeforeEach
  void preferTheSecondLetter() {
    network.prefer(0, 2, 3);
  }

  private List<int[]> everySequence() {
    return vocabulary.architectures().map(vocabulary::encode).toList();
  }

  private double uniform(Rollout rollout) {
    return Math.exp(UniformWalk.rollout(vocabulary, rollout.tokens()).logProbability());
  }

  @Test
  void withoutExplorationItIsThePolicy() {
    List<Rollout> plain = network.sample(50, new SplittableRandom(1));
    List<WeightedRollout> drawn = policy.sample(50, 0, new SplittableRandom(1));

    assertThat(drawn).extracting(WeightedRollout::weight).containsOnly(1.0);
    for (int i = 0; i < 50; i++) {
      assertThat(drawn.get(i).rollout().tokens()).isEqualTo(plain.get(i).tokens());
    }
  }

  @Test
  void aWeightIsTheProbabilityUnderThePolicyDividedByThatOfTheMixture() {
    for (WeightedRollout drawn : policy.sample(200, 0.3, new SplittableRandom(1))) {
      double target = Math.exp(drawn.rollout().logProbability());
      double mixture = 0.7 * target + 0.3 * uniform(drawn.rollout());

      assertThat(drawn.weight()).isCloseTo(target / mixture, within(1e-12)).isLessThan(1 / 0.7);
    }
  }

  /**
   * 20,000 draws over 42 sequences: each count lies within 6 standard deviations of its
   * expectation, and so does the weighted mean of a reward of its mean under the policy; a false
   * alarm has a probability below 43 × 2e-9.
   */
  @Test
  void drawsFollowTheMixtureAndWeightedMeansThePolicy() {
    int draws = 20_000;
    List<WeightedRollout> drawn = policy.sample(draws, 0.3, new SplittableRandom(2));
    Map<String, Long> counts =
        drawn.stream()
            .collect(
                Collectors.groupingBy(one -> text(one.rollout().tokens()), Collectors.counting()));
    double expected = 0;
    double squares = 0;
    for (Rollout rollout : network.replay(everySequence())) {
      double target = Math.exp(rollout.logProbability());
      double mixture = 0.7 * target + 0.3 * uniform(rollout);
      assertThat((double) counts.getOrDefault(text(rollout.tokens()), 0L))
          .isCloseTo(draws * mixture, within(6 * Math.sqrt(draws * mixture)));
      expected += target * reward(rollout);
      squares += mixture * Math.pow(target / mixture * reward(rollout), 2);
    }

    double mean =
        drawn.stream().mapToDouble(one -> one.weight() * reward(one.rollout())).sum() / draws;
    assertThat(mean)
        .isCloseTo(expected, within(6 * Math.sqrt((squares - expected * expected) / draws)));
    double unweighted = drawn.stream().mapToDouble(one -> reward(one.rollout())).sum() / draws;
    assertThat(unweighted).isGreaterThan(expected + 0.3);
  }

  private static double reward(Rollout rollout) {
    return rollout.tokens()[0];
  }

  private static String text(int[] tokens) {
    return Arrays.toString(tokens);
  }

  @Test
  void aWeightHasALimitIfEverythingIsExplored() {
    network.prefer(0, 2, 50);
    network.prefer(1, 2, 50);
    List<WeightedRollout> drawn = policy.sample(500, 1, new SplittableRandom(3));

    assertThat(drawn)
        .extracting(WeightedRollout::weight)
        .contains(ExploringPolicy.LARGEST_WEIGHT)
        .allMatch(weight -> weight >= 0 && weight <= ExploringPolicy.LARGEST_WEIGHT);
  }
}
