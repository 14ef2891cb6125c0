package org.espalier.nas.tf.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.espalier.nas.api.policy.Experience;
import org.espalier.nas.api.policy.PolicyNetwork;
import org.espalier.nas.api.policy.PolicyObjective;
import org.espalier.nas.api.policy.PolicySpec;
import org.espalier.nas.api.policy.PolicyUpdate;
import org.espalier.nas.api.policy.Rollout;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A test that the gradient of a step is the derivative of the loss that it reports. */
final class LossGradientTest {
  private static final double STEP = 0.01;

  static Stream<Arguments> objectives() {
    PolicyObjective reinforce = new PolicyObjective(1, 0, 0, 0);
    PolicyObjective clipped = new PolicyObjective(1, 0.2, 0, 0);
    PolicyObjective entropy = new PolicyObjective(1, 0, 0.7, 0);
    PolicyObjective predictor = new PolicyObjective(1, 0, 0, 1.5);
    PolicyObjective everything = new PolicyObjective(1, 0.2, 0.7, 1.5);
    return Stream.of(
        Arguments.of(spec(PolicySpec.Cell.LSTM), reinforce),
        Arguments.of(spec(PolicySpec.Cell.LSTM), clipped),
        Arguments.of(spec(PolicySpec.Cell.LSTM), entropy),
        Arguments.of(spec(PolicySpec.Cell.LSTM), predictor),
        Arguments.of(spec(PolicySpec.Cell.LSTM), everything),
        Arguments.of(spec(PolicySpec.Cell.NASCELL), reinforce),
        Arguments.of(spec(PolicySpec.Cell.NASCELL), everything),
        Arguments.of(limited(PolicySpec.Cell.NASCELL), everything),
        Arguments.of(spec(PolicySpec.Cell.PUBLISHED_LSTM), reinforce),
        Arguments.of(spec(PolicySpec.Cell.PUBLISHED_LSTM), predictor));
  }

  private static PolicySpec spec(PolicySpec.Cell cell) {
    return Networks.spec(cell, Networks.descent(), 0);
  }

  /** Returns a network whose logits have a temperature and a limit. */
  private static PolicySpec limited(PolicySpec.Cell cell) {
    return new PolicySpec(
        cell, Networks.UNITS, Networks.EMBEDDING, true, Networks.descent(), 0, 0.5, 1.5);
  }

  @ParameterizedTest
  @MethodSource("objectives")
  void isTheDerivativeOfTheLoss(PolicySpec spec, PolicyObjective objective) {
    try (PolicyNetwork network = Networks.create(spec, 3)) {
      List<Experience> batch = Networks.experiences(offPolicy(network), 4);
      Weights before = Weights.of(network);
      PolicyUpdate update = network.update(batch, objective);
      float[] gradient = difference(before.all(), Weights.of(network).all());
      SplittableRandom random = new SplittableRandom(5);

      for (int i = 0; i < 40; i++) {
        float[] direction = direction(gradient.length, random);
        double ahead = lossAt(network, before, direction, STEP, batch, objective);
        double behind = lossAt(network, before, direction, -STEP, batch, objective);
        assertThat((ahead - behind) / (2 * STEP)).isCloseTo(dot(gradient, direction), within(3e-4));
      }
      assertThat(update.gradientNorm())
          .isPositive()
          .isCloseTo(Math.sqrt(dot(gradient, gradient)), within(1e-4));
    }
  }

  /**
   * Returns log-probabilities as if another policy had drawn the sequences: ratios below, within
   * and above the clipped range, none near its ends, where the loss has kinks.
   */
  private static List<Rollout> offPolicy(PolicyNetwork network) {
    SplittableRandom random = new SplittableRandom(6);
    return network.replay(Networks.SEQUENCES).stream()
        .map(
            rollout ->
                new Rollout(
                    rollout.tokens(),
                    Arrays.stream(rollout.logProbabilities())
                        .map(value -> value + 0.6 * random.nextInt(-1, 2))
                        .toArray(),
                    rollout.entropies()))
        .toList();
  }

  private static double lossAt(
      PolicyNetwork network,
      Weights from,
      float[] direction,
      double distance,
      List<Experience> batch,
      PolicyObjective objective) {
    from.moveInto(network, direction, distance);
    PolicyUpdate update = network.update(batch, objective);
    return update.policyLoss()
        - objective.entropyWeight() * update.entropy()
        + objective.predictorWeight() * update.predictorLoss();
  }

  /** Returns a direction along eight of the weights, with random signs. */
  private static float[] direction(int length, SplittableRandom random) {
    float[] direction = new float[length];
    for (int i = 0; i < 8; i++) {
      direction[random.nextInt(length)] = random.nextBoolean() ? 1 : -1;
    }
    return direction;
  }

  private static float[] difference(float[] left, float[] right) {
    float[] difference = new float[left.length];
    for (int i = 0; i < left.length; i++) {
      difference[i] = left[i] - right[i];
    }
    return difference;
  }

  private static double dot(float[] left, float[] right) {
    double sum = 0;
    for (int i = 0; i < left.length; i++) {
      sum += (double) left[i] * right[i];
    }
    return sum;
  }

  @Test
  void shrinksWeightMatricesAndLeavesBiasesAlone() {
    double l2 = 0.1;
    try (PolicyNetwork network =
        Networks.create(Networks.spec(PolicySpec.Cell.LSTM, Networks.descent(), l2), 3)) {
      List<Experience> batch = new ArrayList<>();
      for (Rollout rollout : network.replay(Networks.SEQUENCES)) {
        batch.add(new Experience(rollout, new double[rollout.tokens().length], null));
      }
      float[] before = Weights.of(network).all();
      network.update(batch, new PolicyObjective(1, 0, 0, 0));
      float[] after = Weights.of(network).all();

      for (int i = 0; i < before.length; i++) {
        boolean bias = before[i] == 0 || before[i] == 1;
        double expected = bias ? before[i] : before[i] * (1 - 2 * l2);
        assertThat(after[i]).isCloseTo((float) expected, within(1e-6f));
      }
    }
  }
}
