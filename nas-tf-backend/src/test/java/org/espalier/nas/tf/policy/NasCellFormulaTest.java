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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A comparison of the NASCell with its formula, computed in plain Java. */
final class NasCellFormulaTest {
  private static final int TOKENS = Networks.GRAMMAR.vocabulary() + 1;
  private static final int UNITS = Networks.UNITS;

  @ParameterizedTest
  @CsvSource({"1, 0", "2.5, 0", "1, 2.5", "5, 2.5"})
  void thePolicyFollowsItsEquations(double temperature, double tanhConstant) {
    PolicySpec spec =
        new PolicySpec(
            PolicySpec.Cell.NASCELL,
            UNITS,
            Networks.EMBEDDING,
            true,
            Networks.descent(),
            0,
            temperature,
            tanhConstant);
    try (PolicyNetwork network = Networks.create(spec, 8)) {
      network.update(
          Networks.experiences(network.sample(5, new SplittableRandom(9)), 10),
          new PolicyObjective(2, 0, 0.1, 1));
      Weights weights = Weights.of(network);
      double[][] embedding = weights.matrix(TOKENS, Networks.EMBEDDING);
      double[][] kernel = weights.matrix(Networks.EMBEDDING, 8 * UNITS);
      double[][] recurrent = weights.matrix(UNITS, 8 * UNITS);
      double[][] policyKernel = weights.matrix(UNITS, TOKENS);
      double[] policyBias = weights.vector(TOKENS);
      double[][] predictorKernel = weights.matrix(UNITS, 1);
      double[] predictorBias = weights.vector(1);
      assertThat(weights.exhausted()).isTrue();

      List<Rollout> rollouts = network.replay(Networks.SEQUENCES);
      double[] predicted = network.predict(Networks.SEQUENCES);
      for (int i = 0; i < rollouts.size(); i++) {
        int[] sequence = Networks.SEQUENCES.get(i);
        Formulas.NasCellState state = Formulas.NasCellState.zero(UNITS);
        int input = 0;
        for (int step = 0; step <= sequence.length; step++) {
          state = state.after(embedding[input], kernel, recurrent);
          if (step < sequence.length) {
            double[] logits =
                Formulas.plus(Formulas.times(state.hidden(), policyKernel), policyBias);
            double[] shaped =
                Arrays.stream(logits).map(v -> shaped(v, temperature, tanhConstant)).toArray();
            assertThat(rollouts.get(i).logProbabilities()[step])
                .isCloseTo(logProbability(shaped, sequence, step), within(1e-5));
            input = sequence[step];
          }
        }
        double score =
            Formulas.plus(Formulas.times(state.hidden(), predictorKernel), predictorBias)[0];
        assertThat(predicted[i]).isCloseTo(Formulas.sigmoid(score), within(1e-5));
      }
    }
  }

  private static double shaped(double logit, double temperature, double tanhConstant) {
    double scaled = logit / temperature;
    return tanhConstant == 0 ? scaled : tanhConstant * Math.tanh(scaled);
  }

  private static double logProbability(double[] logits, int[] sequence, int step) {
    int[] allowed = Networks.GRAMMAR.allowed(Arrays.copyOf(sequence, step));
    double sum = Arrays.stream(allowed).mapToDouble(token -> Math.exp(logits[token])).sum();
    return logits[sequence[step]] - Math.log(sum);
  }

  /**
   * Three steps of a cell of two units over inputs of two numbers, with the states that a Python
   * program computed with TensorFlow's operations from the definition of {@code NASCell}: weight
   * number i of the kernel is sin(i + 1), of the recurrent kernel cos(i + 1).
   */
  @Test
  void threeStepsHaveTheNumbersOfTensorFlowsDefinition() {
    double[][] kernel = new double[2][16];
    double[][] recurrent = new double[2][16];
    for (int i = 0; i < 32; i++) {
      kernel[i / 16][i % 16] = Math.sin(i + 1);
      recurrent[i / 16][i % 16] = Math.cos(i + 1);
    }
    double[][] inputs = {{-0.5, 1}, {1.5, 0.75}, {0.25, -2}};
    double[][] hidden = {
      {0.001539650448205447, 0.09762753502991983},
      {0.051654297597251875, 0.03169788369165495},
      {0.008816359563178548, 0.010532971905710108}
    };
    double[][] cell = {
      {0.010464459167118446, 0.13712924026533893},
      {0.07514057650571654, 0.052424480693468646},
      {0.012576077532255371, 0.024353960368735487}
    };
    Formulas.NasCellState state = Formulas.NasCellState.zero(2);
    for (int step = 0; step < inputs.length; step++) {
      state = state.after(inputs[step], kernel, recurrent);
      assertThat(state.hidden()).containsExactly(hidden[step], within(1e-12));
      assertThat(state.cell()).containsExactly(cell[step], within(1e-12));
    }
  }
}
