package org.espalier.nas.tf.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.espalier.nas.api.network.Activation;
import org.espalier.nas.api.network.Conv2d;
import org.espalier.nas.api.network.Dense;
import org.espalier.nas.api.network.Dropout;
import org.espalier.nas.api.network.Flatten;
import org.espalier.nas.api.network.NetworkSpec;
import org.espalier.nas.api.network.TensorShape;
import org.espalier.nas.api.network.UnaryLayer;
import org.espalier.nas.api.network.Window;
import org.junit.jupiter.api.Test;

class PerceptronLayersTest {
  private static final TensorShape IMAGE = TensorShape.of(4, 4, 1);
  private static final Dense OUTPUT = new Dense(3, Activation.SOFTMAX);

  /** A layer of a plugin, which may have any operations. */
  private record Identity() implements UnaryLayer {
    @Override
    public TensorShape output(TensorShape input) {
      return input;
    }

    @Override
    public long parameters(TensorShape input) {
      return 0;
    }

    @Override
    public long flops(TensorShape input) {
      return 0;
    }

    @Override
    public String label() {
      return "identity";
    }
  }

  @Test
  void aPerceptronHasThemOnly() {
    assertThat(
            PerceptronLayers.areAllOf(
                new NetworkSpec(IMAGE, List.of(new Flatten(), new Dropout(0.2), OUTPUT))))
        .isTrue();
  }

  @Test
  void convolutionsAndLayersOfPluginsAreNotAmongThem() {
    assertThat(
            PerceptronLayers.areAllOf(
                new NetworkSpec(IMAGE, List.of(Conv2d.of(2, Window.of(3)), new Flatten(), OUTPUT))))
        .isFalse();
    assertThat(
            PerceptronLayers.areAllOf(
                new NetworkSpec(TensorShape.of(2), List.of(new Identity(), OUTPUT))))
        .isFalse();
  }
}
