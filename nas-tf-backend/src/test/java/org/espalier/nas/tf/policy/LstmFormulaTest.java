package org.espalier.nas.tf.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.espalier.nas.api.policy.PolicyNetwork;
import org.espalier.nas.api.policy.PolicyObjective;
import org.espalier.nas.api.policy.PolicySpec;
import org.espalier.nas.api.policy.Rollout;
import org.junit.jupiter.api.Test;

/**
 * A comparison of both LSTM networks with their formulas, computed in plain Java from the same
 * weights.
 */
final class LstmFormulaTest {
  private static final int TOKENS = Networks.GRAMMAR.vocabulary() + 1;
  private static final int UNITS = Networks.UNITS;

  @Test
  void theLstmFollowsItsEquations() {
    try (PolicyNetwork network =
        Networks.create(Networks.spec(PolicySpec.Cell.LSTM, Networks.descent(), 0), 8)) {
      train(network);
      Weights weights = Weights.of(network);
      double[][] embedding = weights.matrix(TOKENS, Networks.EMBEDDING);
      double[][] kernel = weights.matrix(Networks.EMBEDDING, 4 * UNITS);
      double[][] recurrent = weights.matrix(UNITS, 4 * UNITS);
      double[] bias = weights.vector(4 * UNITS);
      double[][] policyKernel = weights.matrix(UNITS, TOKENS);
      double[] policyBias = weights.vector(TOKENS);
      double[][] predictorKernel = weights.matrix(UNITS, 1);
      double[] predictorBias = weights.vector(1);
      assertThat(weights.exhausted()).isTrue();

      List<Rollout> rollouts = network.replay(Networks.SEQUENCES);
      double[] predicted = network.predict(Networks.SEQUENCES);
      for (int i = 0; i < rollouts.size(); i++) {
        int[] sequence = Networks.SEQUENCES.get(i);
        double[] hidden = new double[UNITS];
        double[] memory = new double[UNITS];
        int input = 0;
        for (int step = 0; step <= sequence.length; step++) {
          double[] gates =
              Formulas.plus(
                  Formulas.plus(
                      Formulas.times(embedding[input], kernel), Formulas.times(hidden, recurrent)),
                  bias);
          for (int u = 0; u < UNITS; u++) {
            memory[u] =
                Formulas.sigmoid(gates[UNITS + u]) * memory[u]
                    + Formulas.sigmoid(gates[u]) * Math.tanh(gates[2 * UNITS + u]);
            hidden[u] = Formulas.sigmoid(gates[3 * UNITS + u]) * Math.tanh(memory[u]);
          }
          if (step < sequence.length) {
            double[] logits = Formulas.plus(Formulas.times(hidden, policyKernel), policyBias);
            assertThat(rollouts.get(i).logProbabilities()[step])
                .isCloseTo(logProbability(logits, sequence, step), within(1e-5));
            input = sequence[step];
          }
        }
        double score =
            Formulas.sigmoid(
                Formulas.plus(Formulas.times(hidden, predictorKernel), predictorBias)[0]);
        assertThat(predicted[i]).isCloseTo(score, within(1e-5));
      }
    }
  }

  @Test
  void thePublishedNetworkFollowsItsEquations() {
    try (PolicyNetwork network =
        Networks.create(Networks.spec(PolicySpec.Cell.PUBLISHED_LSTM, Networks.descent(), 0), 8)) {
      train(network);
      Weights weights = Weights.of(network);
      double[][] kernel = weights.matrix(2, 3 * UNITS);
      double[] bias = weights.vector(3 * UNITS);
      double[][] policyKernel = weights.matrix(UNITS, TOKENS);
      double[] policyBias = weights.vector(TOKENS);

      List<Rollout> rollouts = network.replay(Networks.SEQUENCES);
      for (int i = 0; i < rollouts.size(); i++) {
        int[] sequence = Networks.SEQUENCES.get(i);
        for (int step = 0; step < sequence.length; step++) {
          double[] features = new double[2];
          for (int place = 0; place < step; place++) {
            features[place] = sequence[place];
          }
          double[] gates = Formulas.plus(Formulas.times(features, kernel), bias);
          double[] hidden = new double[UNITS];
          for (int u = 0; u < UNITS; u++) {
            double memory = Formulas.sigmoid(gates[u]) * Math.tanh(gates[UNITS + u]);
            hidden[u] = Formulas.sigmoid(gates[2 * UNITS + u]) * Math.tanh(memory);
          }
          double[] logits = Formulas.plus(Formulas.times(hidden, policyKernel), policyBias);
          assertThat(rollouts.get(i).logProbabilities()[step])
              .isCloseTo(logProbability(logits, sequence, step), within(1e-5));
        }
      }
    }
  }

  /** Moves biases away from zero. */
  private static void train(PolicyNetwork network) {
    network.update(
        Networks.experiences(network.sample(5, new SplittableRandom(9)), 10),
        new PolicyObjective(2, 0, 0.1, 1));
  }

  private static double logProbability(double[] logits, int[] sequence, int step) {
    int[] allowed = Networks.GRAMMAR.allowed(Arrays.copyOf(sequence, step));
    double sum = Arrays.stream(allowed).mapToDouble(token -> Math.exp(logits[token])).sum();
    return logits[sequence[step]] - Math.log(sum);
  }
}
