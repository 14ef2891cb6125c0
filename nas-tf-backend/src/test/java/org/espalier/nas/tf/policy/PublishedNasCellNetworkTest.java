package org.espalier.nas.tf.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.espalier.nas.api.policy.Experience;
import org.espalier.nas.api.policy.PolicyNetwork;
import org.espalier.nas.api.policy.PolicyObjective;
import org.espalier.nas.api.policy.PolicySpec;
import org.espalier.nas.api.policy.Rollout;
import org.espalier.nas.api.policy.TokenGrammar;
import org.junit.jupiter.api.Test;

/** Tests of the published NASCell network with a space of eight decisions of twelve options. */
final class PublishedNasCellNetworkTest {
  private static final int DECISIONS = 8;
  private static final int OPTIONS = 12;
  private static final PolicyObjective ONCE = new PolicyObjective(1, 0, 0, 0);

  private static final TokenGrammar GRAMMAR =
      new TokenGrammar() {
        @Override
        public int vocabulary() {
          return OPTIONS;
        }

        @Override
        public int maximumLength() {
          return DECISIONS;
        }

        @Override
        public int[] allowed(int[] prefix) {
          int[] options = new int[prefix.length < DECISIONS ? OPTIONS : 0];
          Arrays.setAll(options, i -> i + 1);
          return options;
        }
      };

  private static PolicyNetwork network(double l2, long seed) {
    PolicySpec spec =
        new PolicySpec(
            PolicySpec.Cell.PUBLISHED_NASCELL, 1, 1, false, Networks.descent(), l2, 1, 0);
    return new TensorFlowPolicyNetworks().create(spec, GRAMMAR, seed);
  }

  private static List<Rollout> sample(PolicyNetwork network, int count) {
    return network.sample(count, new SplittableRandom(1));
  }

  /** The weights of a network, in the order of its snapshot: the action is last. */
  @SuppressWarnings("ArrayRecordComponent")
  private record Parts(double[][] kernel, double[][] recurrent, double[] bias) {
    static Parts of(PolicyNetwork network) {
      Weights weights = Weights.of(network);
      return new Parts(
          weights.matrix(1, 8 * DECISIONS),
          weights.matrix(DECISIONS, 8 * DECISIONS),
          weights.vector(DECISIONS));
    }

    /** Returns the output of the cell after reading some numbers one by one. */
    double[] output(double[] numbers) {
      Formulas.NasCellState state = Formulas.NasCellState.zero(DECISIONS);
      for (double number : numbers) {
        state = state.after(new double[] {number}, kernel, recurrent);
      }
      return state.hidden();
    }

    int[] action(double[] before) {
      return Arrays.stream(output(before))
          .mapToInt(value -> (int) (100 * (value + 0.05)))
          .toArray();
    }
  }

  private static double[] start() {
    return new double[] {10, 128, 1, 1, 10, 128, 1, 1};
  }

  @Test
  void anActionIsTheScaledOutputForTheActionBefore() {
    for (long seed = 1; seed <= 5; seed++) {
      try (PolicyNetwork network = network(0, seed)) {
        Parts parts = Parts.of(network);
        double[] state = start();
        for (Rollout rollout : sample(network, 3)) {
          int[] action = parts.action(state);
          double[] logProbabilities = rollout.logProbabilities();
          for (int i = 0; i < DECISIONS; i++) {
            assertThat(rollout.tokens()[i]).isEqualTo(Math.max(1, Math.min(OPTIONS, action[i])));
            assertThat(logProbabilities[i]).isEqualTo(action[i] > 0 ? 0 : Double.NEGATIVE_INFINITY);
          }
          state = Arrays.stream(action).asDoubleStream().toArray();
        }
      }
    }
  }

  @Test
  void theSourceOfRandomnessHasNoEffect() {
    try (PolicyNetwork one = network(0, 3);
        PolicyNetwork other = network(0, 3)) {
      List<Rollout> drawn = one.sample(4, new SplittableRandom(1));
      List<Rollout> others = other.sample(4, new SplittableRandom(2));

      assertThat(drawn).hasSize(4);
      for (int i = 0; i < 4; i++) {
        assertThat(drawn.get(i).tokens()).isEqualTo(others.get(i).tokens());
      }
    }
  }

  /**
   * The gradient that the step descends is reward · (softmax(logits) − action/100), although the
   * labels do not add to 1; only the bias that never acts is easy to compare with it.
   */
  @Test
  void aStepFollowsTheCrossEntropyAgainstTheActionTimesTheReward() {
    try (PolicyNetwork network = network(0, 2)) {
      Rollout rollout = sample(network, 1).get(0);
      Parts before = Parts.of(network);
      double[] labels =
          Arrays.stream(before.action(start())).mapToDouble(value -> value / 100.0).toArray();
      network.update(paid(rollout, -0.7), ONCE);

      double[] logits = Formulas.plus(before.output(labels), before.bias());
      double sum = Arrays.stream(logits).map(Math::exp).sum();
      double[] bias = Parts.of(network).bias();
      for (int i = 0; i < DECISIONS; i++) {
        double gradient = -0.7 * (Math.exp(logits[i]) / sum - labels[i]);
        assertThat(bias[i]).isCloseTo(before.bias()[i] - gradient, within(1e-5));
      }
    }
  }

  /** With a negative reward the regularisation makes the weights grow. */
  @Test
  void theRewardAlsoMultipliesTheRegularisation() {
    double l2 = 0.01;
    try (PolicyNetwork plain = network(0, 2);
        PolicyNetwork regularised = network(l2, 2)) {
      double[][] before = Parts.of(plain).recurrent();
      plain.update(paid(sample(plain, 1).get(0), -1), ONCE);
      regularised.update(paid(sample(regularised, 1).get(0), -1), ONCE);

      double[][] without = Parts.of(plain).recurrent();
      double[][] with = Parts.of(regularised).recurrent();
      for (int i = 0; i < DECISIONS; i++) {
        assertThat(with[i][i] - without[i][i]).isCloseTo(2 * l2 * before[i][i], within(1e-5));
      }
    }
  }

  @Test
  void aSnapshotKeepsTheAction() {
    try (PolicyNetwork one = network(0.001, 3);
        PolicyNetwork other = network(0.001, 9)) {
      one.update(paid(sample(one, 1).get(0), 0.5), ONCE);
      other.restore(one.snapshot());
      one.update(paid(sample(one, 1).get(0), 0.5), ONCE);
      other.update(paid(sample(other, 1).get(0), 0.5), ONCE);

      assertThat(other.snapshot()).isEqualTo(one.snapshot());
    }
  }

  /**
   * A sequence of another origin becomes the action, as if its options' numbers had been output.
   */
  @Test
  void aSequenceOfAnotherOriginBecomesTheAction() {
    int[] others = {1, 2, 3, 4, 5, 6, 7, 12};
    try (PolicyNetwork network = network(0, 3)) {
      sample(network, 1);
      Rollout foreign = new Rollout(others, new double[DECISIONS], new double[DECISIONS]);
      network.update(paid(foreign, 0), ONCE);

      assertThat(network.replay(List.of(others)).get(0).logProbability()).isZero();
      assertThat(network.replay(List.of(new int[] {2, 2, 3, 4, 5, 6, 7, 12})).get(0))
          .satisfies(
              other -> assertThat(other.logProbabilities()[0]).isEqualTo(Double.NEGATIVE_INFINITY));
    }
  }

  private static List<Experience> paid(Rollout rollout, double reward) {
    double[] returns = new double[rollout.tokens().length];
    Arrays.fill(returns, reward);
    return List.of(new Experience(rollout, returns, null));
  }
}
