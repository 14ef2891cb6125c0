package org.espalier.nas.tf.loss;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.espalier.nas.tf.graph.Evaluation;
import org.junit.jupiter.api.Test;
import org.tensorflow.ndarray.Shape;

class ClassWeightsTest {

  @Test
  void looksUpTheWeightOfEachExample() {
    try (Evaluation evaluation = new Evaluation()) {
      float[] weights =
          evaluation.of(
              ClassWeights.of(0.5f, 3, 1.25f)
                  .of(evaluation.graph().tf(), evaluation.input(Shape.of(4), 2, 0, 1, 0)));
      assertThat(weights).containsExactly(1.25f, 0.5f, 3, 0.5f);
    }
  }

  /** Compare compute_class_weight("balanced", …) of scikit-learn: 20 / (3 · count). */
  @Test
  void balancesClasses() {
    assertThat(ClassWeights.balanced(10, 8, 2).values()).containsExactly(2 / 3f, 20 / 24f, 20 / 6f);
  }

  @Test
  void givesAClassWithoutExamplesNoWeight() {
    assertThat(ClassWeights.balanced(5, 0, 15).values()).containsExactly(2, 0, 20 / 30f);
  }

  @Test
  void refusesNegativeWeights() {
    assertThatThrownBy(() -> ClassWeights.of(1, -2))
        .hasMessage("The weight of class 1 (-2.0) must not be negative.");
  }
}
