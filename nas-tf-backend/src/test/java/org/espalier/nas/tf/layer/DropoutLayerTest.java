package org.espalier.nas.tf.layer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.IntStream;
import org.espalier.nas.api.network.Dropout;
import org.espalier.nas.api.network.TensorShape;
import org.espalier.nas.tf.graph.Evaluation;
import org.espalier.nas.tf.graph.Variable;
import org.junit.jupiter.api.Test;
import org.tensorflow.Operand;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt64;

class DropoutLayerTest {
  private static final int ROWS = 100;
  private static final int COLUMNS = 1000;
  private static final float[] INPUT = input();

  @Test
  void isTheIdentityInInference() {
    try (Evaluation evaluation = new Evaluation()) {
      Operand<TFloat32> input = evaluation.input(Shape.of(1, 4), 1, 2, 3, 4);
      BuiltLayer layer = layer(evaluation.graph().tf(), 0.5, 1, counter(evaluation, 0));
      assertThat(layer.linear(evaluation.graph().tf(), List.of(input), Mode.INFERENCE))
          .isSameAs(input);
    }
  }

  /** The share is within 5 standard errors: by chance wrong for 6 seeds in 10 million. */
  @Test
  void zeroesTheShareAndScalesTheRest() {
    double rate = 0.2;
    float[] output = train(rate, 3, 0);
    long zeros = IntStream.range(0, output.length).filter(i -> output[i] == 0).count();
    assertThat(zeros / (double) output.length)
        .isCloseTo(rate, within(5 * Math.sqrt(rate * (1 - rate) / output.length)));
    for (int i = 0; i < output.length; i++) {
      if (output[i] != 0) {
        assertThat(output[i]).isCloseTo(INPUT[i] / 0.8f, within(1e-5f));
      }
    }
  }

  @Test
  void drawsAnewInEachStepAndForEachSeed() {
    float[] first = train(0.5, 3, 0);
    assertThat(train(0.5, 3, 0)).containsExactly(first);
    assertThat(agreement(first, train(0.5, 3, 1))).isCloseTo(0.5, within(0.01));
    assertThat(agreement(first, train(0.5, 4, 0))).isCloseTo(0.5, within(0.01));
  }

  /** A mask that repeats over rows or columns would agree with itself when shifted. */
  @Test
  void drawsEachValueOnItsOwn() {
    float[] output = train(0.5, 5, 2);
    assertThat(agreement(output, shifted(output, 1))).isCloseTo(0.5, within(0.01));
    assertThat(agreement(output, shifted(output, COLUMNS))).isCloseTo(0.5, within(0.01));
  }

  @Test
  void letsGradientsThroughWhereItLetsValuesThrough() {
    try (Evaluation evaluation = new Evaluation()) {
      Ops tf = evaluation.graph().tf();
      Operand<TFloat32> input = evaluation.input(Shape.of(ROWS, COLUMNS), INPUT);
      Operand<TFloat32> incoming = evaluation.input(Shape.of(ROWS, COLUMNS), INPUT);
      Operand<TFloat32> output =
          layer(tf, 0.3, 8, counter(evaluation, 5)).linear(tf, List.of(input), Mode.TRAINING);
      // Values and incoming gradients are equal, so that outputs and outgoing gradients are.
      assertThat(evaluation.gradients(output, incoming, List.of(input)).get(0))
          .containsExactly(evaluation.of(output));
    }
  }

  private static float[] train(double rate, long seed, long step) {
    try (Evaluation evaluation = new Evaluation()) {
      Ops tf = evaluation.graph().tf();
      Operand<TFloat32> input = evaluation.input(Shape.of(ROWS, COLUMNS), INPUT);
      BuiltLayer layer = layer(tf, rate, seed, counter(evaluation, step));
      return evaluation.of(layer.linear(tf, List.of(input), Mode.TRAINING));
    }
  }

  private static float[] input() {
    float[] input = new float[ROWS * COLUMNS];
    for (int i = 0; i < input.length; i++) {
      input[i] = 1 + i % 5;
    }
    return input;
  }

  private static BuiltLayer layer(Ops tf, double rate, long seed, Variable<TInt64> iteration) {
    return StandardLayers.builders()
        .build(
            new LayerContext(tf, "dropout", seed, new TrainingClock(tf, iteration, 0)),
            new Dropout(rate),
            List.of(TensorShape.of(COLUMNS)));
  }

  private static Variable<TInt64> counter(Evaluation evaluation, long step) {
    Ops tf = evaluation.graph().tf();
    Variable<TInt64> iteration = Variable.counter(tf, "iteration");
    evaluation.graph().run(List.of(iteration.assign(tf.constant(step))));
    return iteration;
  }

  private static double agreement(float[] one, float[] other) {
    return IntStream.range(0, one.length).filter(i -> (one[i] == 0) == (other[i] == 0)).count()
        / (double) one.length;
  }

  private static float[] shifted(float[] values, int by) {
    float[] shifted = new float[values.length];
    for (int i = 0; i < values.length; i++) {
      shifted[i] = values[(i + by) % values.length];
    }
    return shifted;
  }
}
