package org.espalier.nas.tf.policy;

import org.espalier.nas.api.policy.PolicySpec;
import org.espalier.nas.api.policy.TokenGrammar;
import org.espalier.nas.tf.graph.GraphSession;
import org.espalier.nas.tf.graph.NativeResources;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.tensorflow.Operand;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.types.TFloat32;

@Isolated("counts native objects of the process")
class FailedModelTest {
  private static final TokenGrammar ENDLESS =
      new TokenGrammar() {
        @Override
        public int vocabulary() {
          return 4;
        }

        @Override
        public int maximumLength() {
          throw new IllegalStateException("no maximum");
        }

        @Override
        public int[] allowed(int[] prefix) {
          return new int[] {1};
        }
      };

  @ParameterizedTest
  @EnumSource(PolicySpec.Cell.class)
  void aModelThatCannotBeBuiltLeavesNothingOpen(PolicySpec.Cell cell) {
    PolicySpec spec = Networks.spec(cell, Networks.adam(), 0);

    NativeResources.assertNoneLeftBy(() -> new TensorFlowPolicyNetworks().create(spec, ENDLESS, 1))
        .hasMessage("no maximum");
  }

  @Test
  void feedsThatCannotAllBeMadeLeaveNothingOpen() {
    try (GraphSession graph = new GraphSession()) {
      Operand<TFloat32> placeholder =
          graph.tf().placeholder(TFloat32.class, Placeholder.shape(Shape.of(2)));

      NativeResources.assertNoneLeftBy(
              () ->
                  new Feeds()
                      .floats(placeholder, new float[] {1, 2}, Shape.of(2))
                      .floats(placeholder, new float[] {1, 2}, Shape.of(3)))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }
}
