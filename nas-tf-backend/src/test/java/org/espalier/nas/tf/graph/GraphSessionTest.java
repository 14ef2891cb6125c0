package org.espalier.nas.tf.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.FloatBuffer;
import java.util.List;
import org.espalier.nas.api.NasException;
import org.junit.jupiter.api.Test;
import org.tensorflow.Operand;
import org.tensorflow.Result;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt32;

class GraphSessionTest {

  @Test
  void keepsVariablesOfTheSameNameApart() {
    try (GraphSession graph = new GraphSession()) {
      Variable<TFloat32> one = Variable.floats(graph.tf(), "weights", Shape.of(1));
      Variable<TFloat32> two = Variable.floats(graph.tf(), "weights", Shape.of(1));
      assertThat(one.name()).isNotEqualTo(two.name());
      List<Variable<TFloat32>> both = List.of(one, two);
      Checkpoint.write(graph.session(), both, List.of(new float[] {1}, new float[] {2}));
      assertThat(Checkpoint.read(graph.session(), both))
          .containsExactly(new float[] {1}, new float[] {2});
    }
  }

  @Test
  void keepsSessionsApart() {
    try (GraphSession one = new GraphSession();
        GraphSession two = new GraphSession()) {
      List<Variable<TFloat32>> ofOne = List.of(Variable.floats(one.tf(), "w", Shape.of(1)));
      List<Variable<TFloat32>> ofTwo = List.of(Variable.floats(two.tf(), "w", Shape.of(1)));
      Checkpoint.write(one.session(), ofOne, List.of(new float[] {1}));
      Checkpoint.write(two.session(), ofTwo, List.of(new float[] {2}));
      assertThat(Checkpoint.read(one.session(), ofOne)).containsExactly(new float[] {1});
    }
  }

  @Test
  void copiesTensorsBothWays() {
    float[] values = {1, 2, 3, 4, 5, 6};
    FloatBuffer window = FloatBuffer.wrap(values, 2, 2).asReadOnlyBuffer();
    try (TFloat32 whole = Tensors.of(values, Shape.of(3, 2));
        TFloat32 part = Tensors.of(window, Shape.of(2));
        TFloat32 scalar = Tensors.scalar(7);
        TInt32 numbers = Tensors.of(new int[] {8, 9})) {
      assertThat(Tensors.floats(whole)).containsExactly(values);
      assertThat(whole.getFloat(2, 1)).isEqualTo(6);
      assertThat(Tensors.floats(part)).containsExactly(3, 4);
      assertThat(window.remaining()).isEqualTo(2);
      assertThat(Tensors.floats(scalar)).containsExactly(7);
      assertThat(Tensors.ints(numbers)).containsExactly(8, 9);
    }
  }

  @Test
  void sumsTheGradientsOfSeveralOutputs() {
    try (GraphSession graph = new GraphSession()) {
      Ops tf = graph.tf();
      Variable<TFloat32> w = Variable.floats(tf, "w", Shape.of(2));
      Checkpoint.write(graph.session(), List.of(w), List.of(new float[] {3, -4}));
      Operand<TFloat32> square = tf.math.square(w.value());
      Operand<TFloat32> twice = tf.math.mul(w.value(), tf.constant(2f));
      Operand<TFloat32> gradient =
          Gradients.of(
                  graph,
                  List.of(square, twice),
                  List.of(tf.constant(new float[] {1, 1}), tf.constant(new float[] {10, 0})),
                  List.of(w))
              .get(0);
      try (Result result = graph.runner().fetch(gradient).run()) {
        assertThat(Tensors.floats(result.get(0))).containsExactly(26, -8);
      }
    }
  }

  @Test
  void saysWhyAGraphCannotBeDifferentiated() {
    try (GraphSession graph = new GraphSession()) {
      Ops tf = graph.tf();
      Variable<TFloat32> used = Variable.floats(tf, "used", Shape.of(1));
      Variable<TFloat32> unused = Variable.floats(tf, "unused", Shape.of(1));
      Operand<TFloat32> incoming = tf.constant(new float[] {1});
      Operand<TFloat32> output = tf.math.square(used.value());
      assertThatThrownBy(() -> Gradients.of(graph, output, incoming, List.of(unused)))
          .isInstanceOf(NasException.class)
          .hasMessageStartingWith("The graph cannot be differentiated: ");
      Operand<TFloat32> opaque = tf.math.betainc(used.value(), incoming, incoming);
      assertThatThrownBy(() -> Gradients.of(graph, opaque, incoming, List.of(used)))
          .isInstanceOf(NasException.class)
          .hasMessageContaining("Betainc");
    }
  }
}
