package org.espalier.nas.tf.device;

import org.espalier.nas.tf.graph.GraphSession;
import org.espalier.nas.tf.graph.Tensors;
import org.tensorflow.Operand;
import org.tensorflow.Result;
import org.tensorflow.types.TFloat32;

/**
 * A program that computes products of denormal numbers alternately in TensorFlow and in Java, often
 * enough to be compiled, and prints how many of each are zero: {@code main COUNT}.
 */
final class DenormalProducts {
  private static final float HALF = 0.5f;

  private DenormalProducts() {}

  /** Runs the program. */
  public static void main(String[] arguments) {
    int zerosOfTensorFlow = 0;
    int zerosOfJava = 0;
    try (GraphSession graph = new GraphSession();
        TFloat32 value = Tensors.scalar(Float.MIN_NORMAL)) {
      Operand<TFloat32> fed = graph.tf().placeholder(TFloat32.class);
      Operand<TFloat32> product = graph.tf().math.mul(fed, graph.tf().constant(HALF));
      for (int i = 0; i < Integer.parseInt(arguments[0]); i++) {
        try (Result result = graph.runner().feed(fed, value).fetch(product).run()) {
          zerosOfTensorFlow += Tensors.floats(result.get(0))[0] == 0 ? 1 : 0;
          zerosOfJava += Tensors.floats(value)[0] * HALF == 0 ? 1 : 0;
        }
      }
    }
    System.out.println(zerosOfTensorFlow + " " + zerosOfJava);
  }
}
