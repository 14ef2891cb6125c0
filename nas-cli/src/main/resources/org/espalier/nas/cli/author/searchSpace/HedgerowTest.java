package org.example.hedgerow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.espalier.nas.api.InvalidSettingException;
import org.espalier.nas.api.data.DatasetInfo;
import org.espalier.nas.api.data.Feature;
import org.espalier.nas.api.data.Part;
import org.espalier.nas.api.data.Task;
import org.espalier.nas.api.network.Activation;
import org.espalier.nas.api.network.TensorShape;
import org.espalier.nas.api.space.SearchSpace;
import org.espalier.nas.testkit.SearchSpaceContract;
import org.junit.jupiter.api.Test;

/** Tests the contract of search spaces. */
class HedgerowTest extends SearchSpaceContract {
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
    return pyramids();
  }

  private static Hedgerow pyramids() {
    HedgerowSettings settings =
        new HedgerowSettings(List.of(8, 16, 32), List.of(Activation.RELU, Activation.TANH), 3);
    return new Hedgerow(settings, DATA);
  }

  @Test
  void noLayerIsWiderThanTheOneBefore() {
    Hedgerow space = pyramids();

    assertThat(space.parse(List.of("relu", "16", "8", "stop"))).isPresent();
    assertThat(space.parse(List.of("relu", "8", "16", "stop"))).isEmpty();
  }

  @Test
  void anArchitectureBecomesANetwork() {
    Hedgerow space = pyramids();

    assertThat(space.lower(space.parse(List.of("tanh", "16", "8", "stop")).orElseThrow()))
        .hasToString("[block(16, tanh), block(8, tanh), (3, softmax)]");
  }

  @Test
  void aBlockProjectsItsInputWhereTheWidthsDiffer() {
    HedgerowBlock block = new HedgerowBlock(8, Activation.RELU);

    assertThat(block.parameters(List.of(TensorShape.of(8)))).isEqualTo(2 * (8 + 1) * 8);
    assertThat(block.parameters(List.of(TensorShape.of(3)))).isEqualTo(2 * (3 + 1) * 8 + (8 + 1) * 8);
  }

  @Test
  void widthsMustAscend() {
    assertThatThrownBy(() -> new HedgerowSettings(List.of(16, 8), List.of(Activation.RELU), 3))
        .isInstanceOf(InvalidSettingException.class)
        .hasMessage("widths ([16, 8]) must hold at least one width, ascending.");
  }
}
