package org.espalier.nas.tf.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.assertj.core.data.Offset;
import org.espalier.nas.api.data.Examples;
import org.espalier.nas.api.data.Part;
import org.espalier.nas.api.data.Task;
import org.espalier.nas.api.network.Activation;
import org.espalier.nas.api.network.Dense;
import org.espalier.nas.api.network.NetworkSpec;
import org.espalier.nas.api.network.TensorShape;
import org.espalier.nas.api.training.Sgd;
import org.espalier.nas.tf.layer.StandardLayers;
import org.espalier.nas.tf.loss.ClassWeights;
import org.junit.jupiter.api.Test;

/**
 * A comparison of one step of gradient descent on softmax(x·W + b) with the formula in double
 * precision.
 */
class CandidateNetworkTest {
  private static final int INPUTS = 2;
  private static final int CLASSES = 3;
  private static final int BATCH = 8;
  private static final double STEP = 0.5;
  private static final TableDataset DATA =
      TableDataset.blobs(CLASSES, TensorShape.of(INPUTS), BATCH, 4);
  private static final Examples EXAMPLES = DATA.examples(Part.TRAINING);
  private static final Task TASK = DATA.info().task();
  private static final NetworkSpec NETWORK =
      new NetworkSpec(TensorShape.of(INPUTS), List.of(new Dense(CLASSES, Activation.SOFTMAX)));

  private static void checkStep(double l2, float... classWeights) {
    TrainingSettings settings = SettingsOf.defaults().optimizer(new Sgd(STEP)).l2(l2).settings();
    ClassWeights weights = classWeights.length == 0 ? null : ClassWeights.of(classWeights);
    try (CandidateNetwork candidate =
            CandidateNetwork.build(
                StandardLayers.builders(),
                NETWORK,
                TASK,
                settings,
                weights,
                Construction.of(5, Map.of(), 0));
        Batches batches = Batches.inOrder(EXAMPLES, BATCH)) {
      List<float[]> before = candidate.values();
      assertThat(candidate.train(batches.get(0), new Logits(batches, CLASSES))).isTrue();
      List<float[]> after = candidate.values();

      double[] expected = expectedKernel(before.get(0), before.get(1), l2, classWeights);
      for (int i = 0; i < expected.length; i++) {
        assertThat((double) after.get(0)[i]).isCloseTo(expected[i], Offset.offset(1e-6));
      }
    }
  }

  /** Returns W − η·(Xᵀ·diag(w)·(softmax(X·W + b) − Y)/n + 2·λ·W). */
  private static double[] expectedKernel(
      float[] kernel, float[] bias, double l2, float... classWeights) {
    double[] expected = new double[kernel.length];
    for (int i = 0; i < kernel.length; i++) {
      expected[i] = kernel[i] * (1 - STEP * 2 * l2);
    }
    for (int e = 0; e < BATCH; e++) {
      int target = (int) EXAMPLES.target(e);
      double weight = classWeights.length == 0 ? 1 : classWeights[target];
      double[] probabilities = probabilities(e, kernel, bias);
      for (int c = 0; c < CLASSES; c++) {
        double error = weight * (probabilities[c] - (c == target ? 1 : 0)) / BATCH;
        for (int i = 0; i < INPUTS; i++) {
          expected[i * CLASSES + c] -= STEP * feature(e, i) * error;
        }
      }
    }
    return expected;
  }

  private static double[] probabilities(int example, float[] kernel, float[] bias) {
    double[] probabilities = new double[CLASSES];
    double sum = 0;
    for (int c = 0; c < CLASSES; c++) {
      double logit = bias[c];
      for (int i = 0; i < INPUTS; i++) {
        logit += feature(example, i) * kernel[i * CLASSES + c];
      }
      probabilities[c] = Math.exp(logit);
      sum += probabilities[c];
    }
    for (int c = 0; c < CLASSES; c++) {
      probabilities[c] /= sum;
    }
    return probabilities;
  }

  private static double feature(int example, int index) {
    return EXAMPLES.features().get(example * INPUTS + index);
  }

  @Test
  void aStepFollowsTheGradientOfTheMeanLoss() {
    checkStep(0);
  }

  @Test
  void classWeightsScaleTheGradientOfEachExample() {
    checkStep(0, 0.25f, 1, 4);
  }

  @Test
  void thePenaltyShrinksKernels() {
    checkStep(0.1);
  }

  @Test
  void penaltyAndClassWeightsTogether() {
    checkStep(0.01, 2, 0.5f, 1);
  }
}
