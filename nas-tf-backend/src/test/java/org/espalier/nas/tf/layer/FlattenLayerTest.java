package org.espalier.nas.tf.layer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.espalier.nas.api.network.Flatten;
import org.espalier.nas.api.network.TensorShape;
import org.espalier.nas.tf.graph.Evaluation;
import org.espalier.nas.tf.graph.Variable;
import org.junit.jupiter.api.Test;
import org.tensorflow.Operand;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

class FlattenLayerTest {

  @Test
  void laysExamplesOutInRowMajorOrderAndGradientsBack() {
    try (Evaluation evaluation = new Evaluation()) {
      Ops tf = evaluation.graph().tf();
      LayerContext context =
          new LayerContext(tf, "flatten", 1, new TrainingClock(tf, Variable.counter(tf, "i"), 0));
      BuiltLayer layer =
          StandardLayers.builders().build(context, new Flatten(), List.of(TensorShape.of(2, 2)));
      Operand<TFloat32> input = evaluation.input(Shape.of(2, 2, 2), 1, 2, 3, 4, 5, 6, 7, 8);
      Operand<TFloat32> incoming = evaluation.input(Shape.of(2, 4), 9, 8, 7, 6, 5, 4, 3, 2);
      Operand<TFloat32> output = layer.linear(tf, List.of(input), Mode.TRAINING);
      Operand<TFloat32> firstColumn =
          tf.slice(output, tf.constant(new int[] {0, 0}), tf.constant(new int[] {-1, 1}));
      assertThat(evaluation.of(output)).containsExactly(1, 2, 3, 4, 5, 6, 7, 8);
      assertThat(evaluation.of(firstColumn)).containsExactly(1, 5);
      assertThat(evaluation.gradients(output, incoming, List.of(input)).get(0))
          .containsExactly(9, 8, 7, 6, 5, 4, 3, 2);
    }
  }
}
