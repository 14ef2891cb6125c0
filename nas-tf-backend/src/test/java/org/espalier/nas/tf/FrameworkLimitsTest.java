package org.espalier.nas.tf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.espalier.nas.api.NasException;
import org.espalier.nas.tf.graph.Evaluation;
import org.espalier.nas.tf.graph.Gradients;
import org.espalier.nas.tf.graph.Variable;
import org.espalier.nas.tf.loss.CategoricalCrossEntropy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tensorflow.Operand;
import org.tensorflow.framework.activations.GELU;
import org.tensorflow.framework.initializers.Glorot;
import org.tensorflow.framework.initializers.He;
import org.tensorflow.framework.initializers.Initializer;
import org.tensorflow.framework.initializers.LeCun;
import org.tensorflow.framework.initializers.VarianceScaling.Distribution;
import org.tensorflow.framework.losses.CategoricalCrossentropy;
import org.tensorflow.framework.losses.SparseCategoricalCrossentropy;
import org.tensorflow.framework.optimizers.GradientDescent;
import org.tensorflow.framework.optimizers.Momentum;
import org.tensorflow.framework.optimizers.Optimizer;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/**
 * Tests of the reasons not to use parts of tensorflow-framework (docs/adr/0011): if one fails after
 * an upgrade, its part may be reconsidered.
 */
class FrameworkLimitsTest {

  static Stream<Initializer<TFloat32>> uniformInitializers() {
    return Stream.of(
        new Glorot<>(Distribution.UNIFORM, 7),
        new He<>(Distribution.UNIFORM, 7),
        new LeCun<>(Distribution.UNIFORM, 7));
  }

  @ParameterizedTest
  @MethodSource("uniformInitializers")
  void uniformInitializersDrawNoNegativeWeights(Initializer<TFloat32> initializer) {
    try (Evaluation evaluation = new Evaluation()) {
      Ops tf = evaluation.graph().tf();
      float[] weights =
          evaluation.of(initializer.call(tf, tf.constant(new long[] {100, 200}), TFloat32.class));

      for (float weight : weights) {
        assertThat(weight).isNotNegative();
      }
    }
  }

  @Test
  void optimizersDoNotSeeResourceVariables() {
    try (Evaluation evaluation = new Evaluation()) {
      Ops tf = evaluation.graph().tf();
      Variable<TFloat32> weights = Variable.floats(tf, "weights", Shape.of(3));
      Operand<TFloat32> loss = tf.reduceSum(tf.math.square(weights.value()), tf.constant(0));

      for (Optimizer optimizer :
          List.of(
              new GradientDescent(evaluation.graph().graph(), 0.1f),
              new Momentum(evaluation.graph().graph(), 0.1f))) {
        assertThat(optimizer.computeGradients(loss)).isEmpty();
      }
    }
  }

  @Test
  void sparseCrossEntropyCannotBeDifferentiated() {
    try (Evaluation evaluation = new Evaluation()) {
      Ops tf = evaluation.graph().tf();
      Operand<TFloat32> logits = evaluation.input(Shape.of(2, 3), 1, 2, 3, 4, 5, 6);
      Operand<TFloat32> classes = evaluation.input(Shape.of(2), 0, 2);
      Operand<TFloat32> loss =
          new SparseCategoricalCrossentropy(true).call(tf, classes, logits, null);

      assertThatThrownBy(
              () ->
                  Gradients.withRespectTo(
                      evaluation.graph(), List.of(loss), List.of(tf.constant(1f)), List.of(logits)))
          .isInstanceOf(NasException.class)
          .hasMessageStartingWith("The graph cannot be differentiated: ");
    }
  }

  @Test
  void crossEntropyAddsSeveralTimesTheNodes() {
    try (Evaluation evaluation = new Evaluation()) {
      Ops tf = evaluation.graph().tf();
      Operand<TFloat32> logits = evaluation.input(Shape.of(2, 3), 1, 2, 3, 4, 5, 6);
      Operand<TFloat32> classes = evaluation.input(Shape.of(2), 0, 2);
      Operand<TFloat32> oneHot = evaluation.input(Shape.of(2, 3), 1, 0, 0, 0, 0, 1);

      int ours =
          nodesAdded(
              evaluation, () -> new CategoricalCrossEntropy().of(tf, logits, classes, null).mean());
      int theirs =
          nodesAdded(
              evaluation, () -> new CategoricalCrossentropy(true).call(tf, oneHot, logits, null));

      assertThat(theirs).isGreaterThan(3 * ours);
    }
  }

  @Test
  void geluAddsMoreNodesThanItsFormulaHas() {
    try (Evaluation evaluation = new Evaluation()) {
      Ops tf = evaluation.graph().tf();
      Operand<TFloat32> x = evaluation.input(Shape.of(2), 1, 2);

      assertThat(nodesAdded(evaluation, () -> GELU.gelu(tf, x))).isGreaterThan(7);
    }
  }

  private static int nodesAdded(Evaluation evaluation, Supplier<Operand<TFloat32>> added) {
    int before = nodes(evaluation);
    Operand<TFloat32> unused = added.get();
    return nodes(evaluation) - before;
  }

  private static int nodes(Evaluation evaluation) {
    return evaluation.graph().graph().toGraphDef().getNodeCount();
  }
}
