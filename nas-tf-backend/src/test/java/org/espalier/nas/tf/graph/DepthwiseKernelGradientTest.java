package org.espalier.nas.tf.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.espalier.nas.api.random.RandomStreams;
import org.espalier.nas.tf.layer.FirstValues;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tensorflow.Operand;
import org.tensorflow.Result;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

class DepthwiseKernelGradientTest {
  private static final int CHANNELS = 16;
  private static final Shape IMAGES = Shape.of(4, 9, 8, CHANNELS);

  private final GraphSession graph = new GraphSession();
  private final Ops tf = graph.tf();

  @ParameterizedTest
  @ValueSource(ints = {5, 7, 9})
  void columnsAreThoseOfTheWholeKernel(int size) {
    try (graph) {
      Operand<TFloat32> whole = gradient(size, 1, "SAME");
      Operand<TFloat32> columns = DepthwiseKernelGradient.faster(tf, whole);
      assertThat(columns).isNotSameAs(whole);
      try (Result result = graph.runner().fetch(whole).fetch(columns).run()) {
        float[] expected = Tensors.floats(result.get(0));
        float[] actual = Tensors.floats(result.get(1));
        assertThat(result.get(1).shape()).isEqualTo(Shape.of(3, size, CHANNELS, 1));
        for (int i = 0; i < expected.length; i++) {
          assertThat(actual[i]).isCloseTo(expected[i], within(1e-4f));
        }
      }
    }
  }

  @Test
  void otherGradientsStay() {
    try (graph) {
      Operand<TFloat32> narrow = gradient(3, 1, "SAME");
      Operand<TFloat32> even = gradient(4, 1, "SAME");
      Operand<TFloat32> strided = gradient(5, 2, "SAME");
      Operand<TFloat32> unpadded = gradient(5, 1, "VALID");
      for (Operand<TFloat32> other : List.of(narrow, even, strided, unpadded)) {
        assertThat(DepthwiseKernelGradient.faster(tf, other)).isSameAs(other);
      }
    }
  }

  /** Returns the gradient of a kernel of three rows. */
  private Operand<TFloat32> gradient(int columns, long stride, String padding) {
    Operand<TFloat32> images = random(IMAGES, 1);
    Operand<TFloat32> kernel = random(Shape.of(3, columns, CHANNELS, 1), 2);
    List<Long> strides = List.of(1L, stride, stride, 1L);
    Operand<TFloat32> output = tf.nn.depthwiseConv2dNative(images, kernel, strides, padding);
    return tf.nn.depthwiseConv2dNativeBackpropFilter(
        images, tf.array(3, columns, CHANNELS, 1), random(output.shape(), 3), strides, padding);
  }

  private Operand<TFloat32> random(Shape shape, int index) {
    float[] values =
        FirstValues.normal(1)
            .draw(Math.toIntExact(shape.size()), new RandomStreams(5).stream("values", index));
    return tf.reshape(tf.constant(values), tf.constant(shape));
  }
}
