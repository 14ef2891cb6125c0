package org.espalier.nas.tf.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;
import org.espalier.nas.api.NasException;
import org.espalier.nas.api.policy.Experience;
import org.espalier.nas.api.policy.PolicyNetwork;
import org.espalier.nas.api.policy.PolicyObjective;
import org.espalier.nas.api.policy.PolicySpec;
import org.espalier.nas.api.policy.PolicyUpdate;
import org.espalier.nas.api.policy.Rollout;
import org.espalier.nas.api.training.OptimizerSettings;
import org.espalier.nas.api.training.Sgd;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

final class PolicyNetworkTest {
  private static final PolicyObjective OBJECTIVE = new PolicyObjective(5, 0.2, 0.01, 1);

  private static PolicyNetwork network(PolicySpec.Cell cell, long seed) {
    return Networks.create(Networks.spec(cell, Networks.adam(), 0), seed);
  }

  private static List<String> texts(List<Rollout> rollouts) {
    return rollouts.stream().map(rollout -> Arrays.toString(rollout.tokens())).toList();
  }

  /**
   * 20,000 draws over 11 sequences: each count lies within 6 standard deviations of what the
   * log-probabilities say; a false alarm has a probability below 11 × 2e-9.
   */
  @ParameterizedTest
  @EnumSource(value = PolicySpec.Cell.class, names = "PUBLISHED_NASCELL", mode = Mode.EXCLUDE)
  void drawsEachSequenceAsOftenAsItsProbabilitySays(PolicySpec.Cell cell) {
    int draws = 20_000;
    try (PolicyNetwork network = network(cell, 1)) {
      Map<String, Integer> counts = new HashMap<>();
      texts(network.sample(draws, new SplittableRandom(2)))
          .forEach(text -> counts.merge(text, 1, Integer::sum));
      List<Rollout> all = network.replay(Networks.SEQUENCES);

      double total = 0;
      for (Rollout rollout : all) {
        double probability = Math.exp(rollout.logProbability());
        total += probability;
        double deviation = Math.sqrt(draws * probability * (1 - probability));
        assertThat((double) counts.getOrDefault(Arrays.toString(rollout.tokens()), 0))
            .isCloseTo(draws * probability, within(6 * deviation));
      }
      assertThat(total).isCloseTo(1, within(1e-6));
      assertThat(counts.keySet()).isSubsetOf(texts(all));
    }
  }

  @ParameterizedTest
  @EnumSource(value = PolicySpec.Cell.class, names = "PUBLISHED_NASCELL", mode = Mode.EXCLUDE)
  void saysOfADrawnSequenceWhatReplayingItSays(PolicySpec.Cell cell) {
    try (PolicyNetwork network = network(cell, 1)) {
      List<Rollout> drawn = network.sample(20, new SplittableRandom(3));
      List<Rollout> replayed = network.replay(drawn.stream().map(Rollout::tokens).toList());

      for (int i = 0; i < drawn.size(); i++) {
        assertThat(replayed.get(i).logProbabilities())
            .containsExactly(drawn.get(i).logProbabilities(), within(1e-6));
        assertThat(replayed.get(i).entropies())
            .containsExactly(drawn.get(i).entropies(), within(1e-6));
      }
    }
  }

  @ParameterizedTest
  @EnumSource(PolicySpec.Cell.class)
  void repeatsToTheLastBit(PolicySpec.Cell cell) {
    try (PolicyNetwork one = network(cell, 1);
        PolicyNetwork other = network(cell, 1);
        PolicyNetwork seededOtherwise = network(cell, 2)) {
      assertThat(trained(one, 4)).isEqualTo(trained(other, 4));
      assertThat(one.snapshot()).isEqualTo(other.snapshot());
      assertThat(seededOtherwise.snapshot()).isNotEqualTo(network(cell, 1).snapshot());
    }
  }

  @ParameterizedTest
  @EnumSource(PolicySpec.Cell.class)
  void continuesToTheLastBitAfterRestore(PolicySpec.Cell cell) {
    try (PolicyNetwork uninterrupted = network(cell, 1);
        PolicyNetwork resumed = network(cell, 99)) {
      trained(uninterrupted, 3);
      resumed.restore(uninterrupted.snapshot());

      assertThat(trained(resumed, 3)).isEqualTo(trained(uninterrupted, 3));
      assertThat(resumed.snapshot()).isEqualTo(uninterrupted.snapshot());
    }
  }

  private static List<String> trained(PolicyNetwork network, int updates) {
    List<Rollout> drawn = List.of();
    for (int i = 0; i < updates; i++) {
      drawn = network.sample(6, new SplittableRandom(i));
      network.update(Networks.experiences(drawn, i), OBJECTIVE);
    }
    return texts(drawn);
  }

  @Test
  void makesPaidSequencesLikelier() {
    try (PolicyNetwork network = network(PolicySpec.Cell.LSTM, 1)) {
      List<Experience> batch =
          rewarded(
              network.replay(Networks.SEQUENCES), rollout -> rollout.tokens()[0] == 2 ? 1 : -1);
      double before = probabilityOfStartingWith(2, network);
      network.update(batch, new PolicyObjective(100, 0, 0, 0));

      assertThat(before).isLessThan(0.5);
      assertThat(probabilityOfStartingWith(2, network)).isGreaterThan(0.8);
    }
  }

  private static double probabilityOfStartingWith(int token, PolicyNetwork network) {
    return network.replay(Networks.SEQUENCES).stream()
        .filter(rollout -> rollout.tokens()[0] == token)
        .mapToDouble(rollout -> Math.exp(rollout.logProbability()))
        .sum();
  }

  private static List<Experience> rewarded(
      List<Rollout> rollouts, ToDoubleFunction<Rollout> reward) {
    return rollouts.stream()
        .map(
            rollout -> {
              double[] returns = new double[rollout.tokens().length];
              Arrays.fill(returns, reward.applyAsDouble(rollout));
              return new Experience(rollout, returns, null);
            })
        .toList();
  }

  @Test
  void clippingHoldsThePolicyNearWhatDrewTheBatch() {
    PolicyObjective plain = new PolicyObjective(40, 0, 0, 0);
    PolicyObjective clipped = new PolicyObjective(40, 0.2, 0, 0);

    assertThat(largestRatio(clipped)).isLessThan(1.6);
    assertThat(largestRatio(plain)).isGreaterThan(2);
  }

  private static double largestRatio(PolicyObjective objective) {
    try (PolicyNetwork network = network(PolicySpec.Cell.LSTM, 1)) {
      List<Rollout> before = network.replay(Networks.SEQUENCES);
      network.update(rewarded(before, rollout -> rollout.tokens()[0] == 2 ? 1 : -1), objective);
      List<Rollout> after = network.replay(Networks.SEQUENCES);
      double largest = 0;
      for (int i = 0; i < before.size(); i++) {
        double change = after.get(i).logProbabilities()[0] - before.get(i).logProbabilities()[0];
        largest = Math.max(largest, Math.exp(change));
      }
      return largest;
    }
  }

  @Test
  void anEntropyBonusMakesThePolicyMoreUniform() {
    try (PolicyNetwork network = network(PolicySpec.Cell.LSTM, 1)) {
      List<Experience> unpaid = rewarded(network.replay(Networks.SEQUENCES), rollout -> 0);
      double before = network.update(unpaid, new PolicyObjective(1, 0, 1, 0)).entropy();
      double after = network.update(unpaid, new PolicyObjective(200, 0, 1, 0)).entropy();

      // Per sequence: log 3 at first, then log 3 or log 4, then 0 where only the end is left.
      double first = Math.log(3);
      double second = (3 * Math.log(3) + 8 * Math.log(4)) / 11;
      double uniform = 11 * (first + second) / (3 * 2 + 8 * 3);
      assertThat(after).isGreaterThan(before).isCloseTo(uniform, within(1e-3));
    }
  }

  @ParameterizedTest
  @EnumSource(value = PolicySpec.Cell.class, names = "PUBLISHED_NASCELL", mode = Mode.EXCLUDE)
  void predictsWhatItWasTold(PolicySpec.Cell cell) {
    try (PolicyNetwork network = network(cell, 1)) {
      List<Experience> scored =
          network.replay(Networks.SEQUENCES).stream()
              .map(
                  rollout ->
                      new Experience(
                          rollout,
                          new double[rollout.tokens().length],
                          rollout.tokens()[0] == 3 ? 0.9 : 0.2))
              .toList();
      PolicyUpdate update = network.update(scored, new PolicyObjective(300, 0, 0, 1));

      assertThat(update.predictorLoss()).isLessThan(1e-3);
      double[] predicted = network.predict(Networks.SEQUENCES);
      for (int i = 0; i < predicted.length; i++) {
        assertThat(predicted[i])
            .isCloseTo(Networks.SEQUENCES.get(i)[0] == 3 ? 0.9 : 0.2, within(0.1));
      }
    }
  }

  @ParameterizedTest
  @EnumSource(PolicySpec.Cell.class)
  void predictsNothingWithoutPredictor(PolicySpec.Cell cell) {
    PolicySpec spec = new PolicySpec(cell, 4, 4, false, Networks.adam(), 0, 1, 0);
    try (PolicyNetwork network = Networks.create(spec, 1)) {
      assertThatThrownBy(() -> network.predict(Networks.SEQUENCES))
          .isInstanceOf(IllegalStateException.class)
          .hasMessage("The network was created without predictor.");
      assertThat(
              network
                  .update(Networks.experiences(network.replay(Networks.SEQUENCES), 1), OBJECTIVE)
                  .predictorLoss())
          .isZero();
    }
  }

  @Test
  void asPublishedLearnsNothingAboutTheTokenThatWasDrawn() {
    try (PolicyNetwork one = network(PolicySpec.Cell.PUBLISHED_LSTM, 1);
        PolicyNetwork other = network(PolicySpec.Cell.PUBLISHED_LSTM, 1)) {
      List<int[]> ends = List.of(new int[] {2, 1, 4});
      List<int[]> goesOn = List.of(new int[] {2, 1, 3});
      one.update(paid(ends), OBJECTIVE);
      other.update(paid(goesOn), OBJECTIVE);

      assertThat(one.snapshot()).isEqualTo(other.snapshot());
    }
  }

  private static List<Experience> paid(List<int[]> sequences) {
    return sequences.stream()
        .map(tokens -> new Rollout(tokens, new double[tokens.length], new double[tokens.length]))
        .map(rollout -> new Experience(rollout, new double[] {1, 1, 1}, 0.5))
        .toList();
  }

  @Test
  void saysThatItDiverged() {
    OptimizerSettings wild = new Sgd(1e39);
    PolicySpec spec = Networks.spec(PolicySpec.Cell.LSTM, wild, 0);
    try (PolicyNetwork network = Networks.create(spec, 1)) {
      List<Rollout> drawn = network.sample(6, new SplittableRandom(1));
      network.update(Networks.experiences(drawn, 1), OBJECTIVE);

      assertThatThrownBy(() -> network.sample(6, new SplittableRandom(2)))
          .isInstanceOf(NasException.class)
          .hasMessageStartingWith("The policy network diverged");
    }
  }

  @Test
  void refusesASnapshotOfAnotherShape() {
    try (PolicyNetwork small = network(PolicySpec.Cell.LSTM, 1);
        PolicyNetwork published = network(PolicySpec.Cell.PUBLISHED_LSTM, 1)) {
      byte[] snapshot = published.snapshot();
      assertThatThrownBy(() -> small.restore(snapshot)).isInstanceOf(NasException.class);
    }
  }

  @Test
  void refusesToReplayWhatTheGrammarForbids() {
    try (PolicyNetwork network = network(PolicySpec.Cell.LSTM, 1)) {
      assertThatThrownBy(() -> network.replay(List.of(new int[] {1, 2, 4})))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage("Token 2 is not among the allowed [1, 3, 4].");
    }
  }
}
