package org.espalier.nas.tf.loss;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.espalier.nas.tf.graph.FiniteDifferences.doubles;

import java.util.List;
import java.util.function.ToDoubleFunction;
import org.espalier.nas.api.NasException;
import org.espalier.nas.api.data.Task;
import org.espalier.nas.tf.graph.Evaluation;
import org.espalier.nas.tf.graph.FiniteDifferences;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tensorflow.Operand;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt32;

class LossTest {
  private static final int BATCH = 4;
  private static final int CLASSES = 3;
  private static final float[] LOGITS = {0.5f, -1, 2, 0.1f, 0.7f, -0.3f, 3, -2, 0.25f, 12, -9, 30};
  private static final float[] TARGETS = {2, 0, 1, 0};
  private static final float[] ONE_HOT = {0, 0, 1, 1, 0, 0, 0, 1, 0, 1, 0, 0};
  private static final float[] SOFT = {
    0.2f, 0.3f, 0.5f, 1, 0, 0, 0.25f, 0.25f, 0.5f, 0.5f, 0.25f, 0.25f
  };
  private static final float[] SEVERAL = {0, 1, 1, 0, 0, 0, 1, 1, 1, 1, 0, 1};
  private static final float[] WEIGHTS = {0.5f, 2, 1, 0.25f};
  private static final float[] ONES = {1, 1, 1, 1};
  private static final float[] SINGLE_LOGITS = {0.5f, -1.5f, 25, -30};
  private static final float[] LABELS = {1, 0, 0, 1};
  private static final float[] NUMBERS = {0.25f, -3, 20, 1};

  private final Evaluation evaluation = new Evaluation();
  private final Ops tf = evaluation.graph().tf();

  @AfterEach
  void close() {
    evaluation.close();
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void measuresCategoricalCrossEntropy(boolean weighted) {
    MeanLoss loss =
        new CategoricalCrossEntropy()
            .of(tf, logits(), evaluation.input(Shape.of(BATCH), TARGETS), weights(weighted));
    assertLoss(loss, LOGITS, z -> categorical(z, ONE_HOT, weighted));
  }

  @Test
  void measuresCategoricalCrossEntropyOfClassesAndDistributions() {
    Operand<TInt32> classes = tf.constant(new int[] {2, 0, 1, 0});
    assertLoss(
        new CategoricalCrossEntropy().ofClasses(tf, logits(), classes, weights(true)),
        LOGITS,
        z -> categorical(z, ONE_HOT, true));
    for (float[] targets : List.of(ONE_HOT, SOFT)) {
      Operand<TFloat32> rows = evaluation.input(Shape.of(BATCH, CLASSES), targets);
      assertLoss(
          new CategoricalCrossEntropy().ofDistributions(tf, logits(), rows, weights(true)),
          LOGITS,
          z -> categorical(z, targets, true));
    }
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 0.1, 0.6})
  void measuresCrossEntropyWithLabelSmoothing(double smoothing) {
    MeanLoss loss =
        new SmoothedCrossEntropy(smoothing)
            .of(tf, logits(), evaluation.input(Shape.of(BATCH), TARGETS), weights(true));
    float[] smoothed = new float[ONE_HOT.length];
    for (int i = 0; i < smoothed.length; i++) {
      smoothed[i] = (float) ((1 - smoothing) * ONE_HOT[i] + smoothing / CLASSES);
    }
    assertLoss(loss, LOGITS, z -> categorical(z, smoothed, true));
  }

  @Test
  void smoothingMustBeAShare() {
    assertThatThrownBy(() -> new SmoothedCrossEntropy(1))
        .hasMessage("smoothing (1.0) must be in [0, 1).");
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void measuresBinaryCrossEntropy(boolean weighted) {
    MeanLoss loss =
        new BinaryCrossEntropy()
            .of(tf, singleLogits(), evaluation.input(Shape.of(BATCH), LABELS), weights(weighted));
    assertLoss(loss, SINGLE_LOGITS, z -> binary(z, weighted));
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void measuresMeanSquaredError(boolean weighted) {
    MeanLoss loss =
        new MeanSquaredError()
            .of(tf, singleLogits(), evaluation.input(Shape.of(BATCH), NUMBERS), weights(weighted));
    assertLoss(loss, SINGLE_LOGITS, z -> squared(z, weighted));
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void measuresSquaredErrorsOfClasses(boolean weighted) {
    MeanLoss loss =
        new SquaredErrorOfClasses()
            .of(tf, logits(), evaluation.input(Shape.of(BATCH), TARGETS), weights(weighted));
    assertLoss(loss, LOGITS, z -> squaredOfClasses(z, weighted));
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void measuresSquaredErrorsOfTwoClassesWithOneOutput(boolean weighted) {
    MeanLoss loss =
        new SquaredErrorOfClasses()
            .of(tf, singleLogits(), evaluation.input(Shape.of(BATCH), LABELS), weights(weighted));
    assertLoss(loss, SINGLE_LOGITS, z -> squaredOfOne(z, weighted));
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void measuresBinaryCrossEntropyOfLabels(boolean weighted) {
    Operand<TFloat32> targets = evaluation.input(Shape.of(BATCH, CLASSES), SEVERAL);
    MeanLoss loss = new BinaryCrossEntropyOfLabels().of(tf, logits(), targets, weights(weighted));
    assertLoss(loss, LOGITS, z -> binaryOfLabels(z, weighted));
  }

  @Test
  void crossEntropyOfLabelsIsFiniteForExtremeLogits() {
    Operand<TFloat32> logits = evaluation.input(Shape.of(1, 2), new float[] {-1000, 1000});
    Operand<TFloat32> targets = evaluation.input(Shape.of(1, 2), new float[] {1, 1});
    MeanLoss loss = new BinaryCrossEntropyOfLabels().of(tf, logits, targets, null);
    List<float[]> values = evaluation.of(List.of(loss.mean(), loss.gradient()));
    assertThat(values.get(0)).containsExactly(500);
    assertThat(values.get(1)).containsExactly(-0.5f, 0);
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void measuresSquaredErrorsOfLabels(boolean weighted) {
    Operand<TFloat32> targets = evaluation.input(Shape.of(BATCH, CLASSES), SEVERAL);
    MeanLoss loss = new SquaredErrorOfLabels().of(tf, logits(), targets, weights(weighted));
    assertLoss(loss, LOGITS, z -> squaredOfLabels(z, weighted));
  }

  @Test
  void needsOneOutputForEachLabel() {
    Task labels = new Task.MultiLabel("tags", List.of("a", "b", "c"));
    assertThatThrownBy(() -> Loss.of(labels, 1))
        .isInstanceOf(NasException.class)
        .hasMessage(
            "The network has 1 outputs, but tags has 3 labels; its last layer must be (3,"
                + " sigmoid).");
  }

  @Test
  void fitsTheTask() {
    Task labels = new Task.MultiLabel("tags", List.of("a", "b"));
    assertThat(Loss.of(labels, 2)).isInstanceOf(BinaryCrossEntropyOfLabels.class);
    assertThat(Loss.of(labels, 2, LossType.MEAN_SQUARED_ERROR))
        .isInstanceOf(SquaredErrorOfLabels.class);
    Task two = new Task.Classification("y", List.of("no", "yes"));
    assertThat(Loss.of(two, 1)).isInstanceOf(BinaryCrossEntropy.class);
    assertThat(Loss.of(two, 2)).isInstanceOf(CategoricalCrossEntropy.class);
    assertThat(Loss.of(new Task.Regression("y"), 1)).isInstanceOf(MeanSquaredError.class);
    assertThat(Loss.of(two, 1, LossType.MEAN_SQUARED_ERROR))
        .isInstanceOf(SquaredErrorOfClasses.class);
    assertThat(Loss.of(new Task.Regression("y"), 1, LossType.MEAN_SQUARED_ERROR))
        .isInstanceOf(MeanSquaredError.class);
  }

  private Operand<TFloat32> logits() {
    return evaluation.input(Shape.of(BATCH, CLASSES), LOGITS);
  }

  private Operand<TFloat32> singleLogits() {
    return evaluation.input(Shape.of(BATCH, 1), SINGLE_LOGITS);
  }

  private Operand<TFloat32> weights(boolean weighted) {
    return weighted ? evaluation.input(Shape.of(BATCH), WEIGHTS) : null;
  }

  private void assertLoss(MeanLoss loss, float[] logits, ToDoubleFunction<double[]> formula) {
    double[] at = doubles(logits);
    List<float[]> values = evaluation.of(List.of(loss.mean(), loss.gradient()));
    double expected = formula.applyAsDouble(at);
    assertThat((double) values.get(0)[0]).isCloseTo(expected, within(2e-6 * expected));
    assertThat(doubles(values.get(1)))
        .containsExactly(FiniteDifferences.gradient(formula, at), within(1e-6));
  }

  private static double weight(int example, boolean weighted) {
    return (weighted ? WEIGHTS : ONES)[example] / BATCH;
  }

  private static double categorical(double[] z, float[] distributions, boolean weighted) {
    double loss = 0;
    for (int example = 0; example < BATCH; example++) {
      double sum = 0;
      for (int c = 0; c < CLASSES; c++) {
        sum += Math.exp(z[example * CLASSES + c]);
      }
      for (int c = 0; c < CLASSES; c++) {
        int i = example * CLASSES + c;
        loss -= weight(example, weighted) * distributions[i] * (z[i] - Math.log(sum));
      }
    }
    return loss;
  }

  private static double squaredOfClasses(double[] z, boolean weighted) {
    double loss = 0;
    for (int example = 0; example < BATCH; example++) {
      double sum = 0;
      for (int c = 0; c < CLASSES; c++) {
        sum += Math.exp(z[example * CLASSES + c]);
      }
      for (int c = 0; c < CLASSES; c++) {
        int i = example * CLASSES + c;
        double error = Math.exp(z[i]) / sum - ONE_HOT[i];
        loss += weight(example, weighted) * error * error / CLASSES;
      }
    }
    return loss;
  }

  private static double squaredOfOne(double[] z, boolean weighted) {
    double loss = 0;
    for (int example = 0; example < BATCH; example++) {
      double error = 1 / (1 + Math.exp(-z[example])) - LABELS[example];
      loss += weight(example, weighted) * error * error;
    }
    return loss;
  }

  private static double binaryOfLabels(double[] z, boolean weighted) {
    double loss = 0;
    for (int i = 0; i < z.length; i++) {
      double probability = 1 / (1 + Math.exp(-z[i]));
      double right = SEVERAL[i] == 1 ? probability : Math.exp(-z[i]) * probability;
      loss -= weight(i / CLASSES, weighted) * Math.log(right) / CLASSES;
    }
    return loss;
  }

  private static double squaredOfLabels(double[] z, boolean weighted) {
    double loss = 0;
    for (int i = 0; i < z.length; i++) {
      double error = 1 / (1 + Math.exp(-z[i])) - SEVERAL[i];
      loss += weight(i / CLASSES, weighted) * error * error / CLASSES;
    }
    return loss;
  }

  private static double binary(double[] z, boolean weighted) {
    double loss = 0;
    for (int example = 0; example < BATCH; example++) {
      double probability = 1 / (1 + Math.exp(-z[example]));
      double right = LABELS[example] == 1 ? probability : Math.exp(-z[example]) * probability;
      loss -= weight(example, weighted) * Math.log(right);
    }
    return loss;
  }

  private static double squared(double[] z, boolean weighted) {
    double loss = 0;
    for (int example = 0; example < BATCH; example++) {
      double error = z[example] - NUMBERS[example];
      loss += weight(example, weighted) * error * error;
    }
    return loss;
  }
}
