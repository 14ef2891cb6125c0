package org.espalier.nas.tf.graph;

import java.util.Arrays;
import java.util.List;
import org.espalier.nas.api.NasException;
import org.tensorflow.Operand;
import org.tensorflow.Output;
import org.tensorflow.exceptions.TFInvalidArgumentException;
import org.tensorflow.exceptions.TFUnimplementedException;
import org.tensorflow.exceptions.TensorFlowException;
import org.tensorflow.types.TFloat32;

/** Gradient operations of a graph. */
public final class Gradients {
  private static final Output<?>[] NONE = {};

  private Gradients() {}

  /**
   * Adds the gradients of a loss with respect to variables.
   *
   * <p>Most losses have no gradient in TensorFlow-Java, but their operations return the gradient
   * with respect to the logits, to which this method applies the chain rule.
   *
   * @param outputs the inputs of the loss, in most cases the logits
   * @param incoming the gradient of the loss with respect to each output, of the output's shape
   * @return one gradient for each variable, in order
   * @throws NasException if the outputs do not depend on one of the variables, or if an operation
   *     between them has no gradient
   */
  public static List<Operand<TFloat32>> of(
      GraphSession graph,
      List<? extends Operand<TFloat32>> outputs,
      List<? extends Operand<TFloat32>> incoming,
      List<Variable<TFloat32>> variables) {
    return withRespectTo(
        graph, outputs, incoming, variables.stream().map(Variable::value).toList());
  }

  /** Adds the gradients of a loss that is computed from one output. */
  public static List<Operand<TFloat32>> of(
      GraphSession graph,
      Operand<TFloat32> output,
      Operand<TFloat32> incoming,
      List<Variable<TFloat32>> variables) {
    return of(graph, List.of(output), List.of(incoming), variables);
  }

  /** Adds the gradients with respect to any operands of the graph, as {@link #of} does. */
  public static List<Operand<TFloat32>> withRespectTo(
      GraphSession graph,
      List<? extends Operand<TFloat32>> outputs,
      List<? extends Operand<TFloat32>> incoming,
      List<? extends Operand<TFloat32>> inputs) {
    try {
      Output<?>[] gradients =
          graph.graph().addGradients(null, ends(outputs), ends(inputs), ends(incoming));
      return Arrays.stream(gradients)
          .map(gradient -> gradient.expect(TFloat32.class))
          .map(gradient -> DepthwiseKernelGradient.faster(graph.tf(), gradient))
          .toList();
    } catch (TensorFlowException | TFInvalidArgumentException | TFUnimplementedException e) {
      throw new NasException("The graph cannot be differentiated: " + e.getMessage(), e);
    }
  }

  private static Output<?>[] ends(List<? extends Operand<TFloat32>> operands) {
    return operands.stream().map(Operand::asOutput).toList().toArray(NONE);
  }
}
