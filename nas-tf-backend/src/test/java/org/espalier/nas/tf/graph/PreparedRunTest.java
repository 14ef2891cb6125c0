package org.espalier.nas.tf.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tensorflow.Operand;
import org.tensorflow.Result;
import org.tensorflow.exceptions.TFInvalidArgumentException;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt64;

class PreparedRunTest {
  private static final Placeholder.Options MATRIX =
      Placeholder.shape(Shape.of(Shape.UNKNOWN_SIZE, 2));

  @Test
  void theValuesAreThoseOfASessionRunner() {
    try (GraphSession graph = new GraphSession()) {
      Ops tf = graph.tf();
      Placeholder<TFloat32> left = tf.placeholder(TFloat32.class, MATRIX);
      Placeholder<TFloat32> right = tf.placeholder(TFloat32.class, MATRIX);
      Operand<TFloat32> sum = tf.math.add(tf.math.tanh(left), right);
      try (PreparedRun run =
          new PreparedRun(graph.session(), List.of(left, right), sum, List.of())) {
        for (int rows = 1; rows <= 3; rows++) {
          Shape shape = Shape.of(rows, 2);
          try (TFloat32 first = Tensors.of(values(2 * rows, 0.3f), shape);
              TFloat32 second = Tensors.of(values(2 * rows, 0.7f), shape);
              Result expected =
                  graph.runner().feed(left, first).feed(right, second).fetch(sum).run()) {
            float[] into = new float[2 * rows + 1];

            assertThat(run.run(List.of(first, second), into, 1)).isEqualTo(2 * rows);
            assertThat(Arrays.copyOfRange(into, 1, into.length))
                .containsExactly(Tensors.floats(expected.get(0)));
          }
        }
      }
    }
  }

  private static float[] values(int count, float factor) {
    float[] values = new float[count];
    for (int i = 0; i < count; i++) {
      values[i] = factor * (i + 1);
    }
    return values;
  }

  @Test
  void targetsRunEachTime() {
    try (GraphSession graph = new GraphSession()) {
      Ops tf = graph.tf();
      Variable<TInt64> counter = Variable.counter(tf, "count");
      Operand<TFloat32> value = tf.constant(new float[] {1, 2});
      Checkpoint.writeCounter(graph.session(), counter, 5);
      try (PreparedRun run =
          new PreparedRun(
              graph.session(),
              List.of(),
              value,
              List.of(tf.assignAddVariableOp(counter.handle(), tf.constant(1L))))) {
        float[] into = new float[2];
        run.run(List.of(), into, 0);
        run.run(List.of(), into, 0);

        assertThat(into).containsExactly(1, 2);
      }
      try (Result result = graph.runner().fetch(counter.value()).run()) {
        assertThat(((TInt64) result.get(0)).getLong()).isEqualTo(7);
      }
    }
  }

  @Test
  void aFailureIsThatOfTheOperationAndLaterRunsSucceed() {
    try (GraphSession graph = new GraphSession()) {
      Ops tf = graph.tf();
      Placeholder<TFloat32> input =
          tf.placeholder(TFloat32.class, Placeholder.shape(Shape.of(Shape.UNKNOWN_SIZE)));
      Operand<TFloat32> sum = tf.math.add(input, tf.constant(new float[] {1, 2}));
      try (PreparedRun run = new PreparedRun(graph.session(), List.of(input), sum, List.of());
          TFloat32 three = Tensors.of(new float[3], Shape.of(3));
          TFloat32 two = Tensors.of(new float[2], Shape.of(2))) {
        float[] into = new float[2];

        assertThatThrownBy(() -> run.run(List.of(three), into, 0))
            .isInstanceOf(TFInvalidArgumentException.class)
            .hasMessageContaining("Incompatible shapes");
        assertThat(run.run(List.of(two), into, 0)).isEqualTo(2);
        assertThat(into).containsExactly(1, 2);
      }
    }
  }

  @Test
  void asManyTensorsAsOperandsAreFed() {
    try (GraphSession graph = new GraphSession();
        PreparedRun run =
            new PreparedRun(graph.session(), List.of(), graph.tf().constant(1f), List.of());
        TFloat32 one = Tensors.scalar(1)) {
      assertThatThrownBy(() -> run.run(List.of(one), new float[1], 0))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage("values (1) must be as many as the operands to feed (0).");
    }
  }
}
