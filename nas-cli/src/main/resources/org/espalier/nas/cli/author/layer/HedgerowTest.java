package org.example.hedgerow;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.espalier.nas.api.data.DatasetInfo;
import org.espalier.nas.api.data.Feature;
import org.espalier.nas.api.data.Part;
import org.espalier.nas.api.data.Task;
import org.espalier.nas.api.network.TensorShape;
import org.espalier.nas.api.space.SearchSpace;
import org.espalier.nas.testkit.SearchSpaceContract;
import org.espalier.nas.tf.layer.LayerTester;
import org.espalier.nas.tf.layer.Mode;
import org.junit.jupiter.api.Test;

/** Tests the contract of search spaces, and the layer. */
class HedgerowTest extends SearchSpaceContract {
  private static final TensorShape INPUT = TensorShape.of(3);
  private static final DatasetInfo DATA =
      new DatasetInfo.Tabular(
          "flowers",
          new Task.Classification("species", List.of("setosa", "versicolor", "virginica")),
          TensorShape.of(2),
          List.of(Feature.raw("length"), Feature.raw("width")),
          Map.of(Part.TRAINING, 100, Part.VALIDATION, 20, Part.TEST, 20),
          "0123456789abcdef");

  @Override
  protected SearchSpace space() {
    return gated();
  }

  private static Hedgerow gated() {
    return new Hedgerow(new HedgerowSettings(List.of(8, 16, 32), 3), DATA);
  }

  private static LayerTester<HedgerowLayer> layer() {
    return LayerTester.of(new HedgerowLayerBuilder(), new HedgerowLayer(5), INPUT, 1);
  }

  @Test
  void anArchitectureBecomesANetwork() {
    Hedgerow space = gated();

    assertThat(space.lower(space.parse(List.of("16", "8", "stop")).orElseThrow()))
        .hasToString("[gated(16), gated(8), (3, softmax)]");
  }

  @Test
  void theLayerHasTheShapeAndTheParametersOfItsRecord() {
    HedgerowLayer record = new HedgerowLayer(5);

    try (LayerTester<HedgerowLayer> layer = layer()) {
      assertThat(layer.outputShape()).isEqualTo(record.output(INPUT));
      assertThat(layer.parameters()).isEqualTo(record.parameters(INPUT));
    }
  }

  @Test
  void theGradientIsThatOfFiniteDifferences() {
    try (LayerTester<HedgerowLayer> layer = layer()) {
      assertThat(layer.gradientError()).isLessThan(0.01);
    }
  }

  @Test
  void theOutputIsBetweenMinusOneAndOne() {
    try (LayerTester<HedgerowLayer> layer = layer()) {
      float[] outputs = layer.output(new float[] {100, -100, 50, 0, 0, 0}, Mode.INFERENCE);

      assertThat(outputs).hasSize(10);
      for (float output : outputs) {
        assertThat(output).isBetween(-1f, 1f);
      }
    }
  }
}
