package org.espalier.nas.tf.layer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.espalier.nas.api.network.DropPath;
import org.espalier.nas.api.network.TensorShape;
import org.espalier.nas.tf.graph.Evaluation;
import org.espalier.nas.tf.graph.Variable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tensorflow.Operand;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt64;

class DropPathScheduleTest {
  private static final int EXAMPLES = 20_000;
  private static final double RATE = 0.4;

  /** The share is within 5 standard errors: by chance wrong for 6 seeds in 10 million. */
  @ParameterizedTest
  @CsvSource({"0, 0", "25, 0.1", "50, 0.2", "100, 0.4", "300, 0.4"})
  void theProbabilityGrowsWithTheStepsUntilTheRate(long step, double expected) {
    float[] output = train(new DropPath(RATE, true), step, 100);

    assertThat(dropped(output))
        .isCloseTo(expected, within(5 * Math.sqrt(expected * (1 - expected) / EXAMPLES)));
    assertThat(largest(output)).isCloseTo(1 / (1 - expected), within(1e-5));
  }

  @Test
  void withoutAnEndOfTrainingItIsTheRate() {
    assertThat(train(new DropPath(RATE, true), 0, 0))
        .containsExactly(train(new DropPath(RATE), 0, 100));
  }

  @Test
  void withoutAScheduleStepsChangeNoProbability() {
    assertThat(train(new DropPath(RATE), 1, 100)).containsExactly(train(new DropPath(RATE), 1, 0));
    assertThat(dropped(train(new DropPath(RATE), 1, 100))).isCloseTo(RATE, within(0.02));
  }

  private static double dropped(float[] output) {
    int zeros = 0;
    for (float value : output) {
      zeros += value == 0 ? 1 : 0;
    }
    return zeros / (double) output.length;
  }

  private static double largest(float[] output) {
    float[] sorted = output.clone();
    Arrays.sort(sorted);
    return sorted[sorted.length - 1];
  }

  private static float[] train(DropPath layer, long step, long steps) {
    try (Evaluation evaluation = new Evaluation()) {
      Ops tf = evaluation.graph().tf();
      Variable<TInt64> iteration = Variable.counter(tf, "iteration");
      evaluation.graph().run(List.of(iteration.assign(tf.constant(step))));
      float[] ones = new float[EXAMPLES];
      Arrays.fill(ones, 1);
      Operand<TFloat32> input = evaluation.input(Shape.of(EXAMPLES, 1), ones);
      BuiltLayer built =
          StandardLayers.builders()
              .build(
                  new LayerContext(tf, "path", 3, new TrainingClock(tf, iteration, steps)),
                  layer,
                  List.of(TensorShape.of(1)));
      return evaluation.of(built.linear(tf, List.of(input), Mode.TRAINING));
    }
  }
}
