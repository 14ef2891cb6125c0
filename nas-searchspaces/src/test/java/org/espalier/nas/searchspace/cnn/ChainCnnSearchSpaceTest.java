package org.espalier.nas.searchspace.cnn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.espalier.nas.api.InvalidSettingException;
import org.espalier.nas.api.network.Activation;
import org.espalier.nas.api.network.Concat;
import org.espalier.nas.api.network.NetworkSpec;
import org.espalier.nas.api.network.TensorShape;
import org.espalier.nas.api.random.RandomStreams;
import org.espalier.nas.api.space.Architecture;
import org.espalier.nas.searchspace.mlp.Datasets;
import org.junit.jupiter.api.Test;

class ChainCnnSearchSpaceTest {
  private static ChainCnnSearchSpace wallarm() {
    return new ChainCnnSearchSpace(
        ChainSettings.preset(Preset.WALLARM, 2, 2, false), Datasets.pictures(28, 28, 1));
  }

  @Test
  void anArchitectureDescribesItsLayersInOrder() {
    Architecture baseline =
        wallarm().parse(List.of("5", "32", "2", "0.0", "5", "64", "2", "0.2")).orElseThrow();
    NetworkSpec network = wallarm().lower(baseline);
    assertThat(network)
        .hasToString(
            "[conv(32, 5×5, relu), max-pool(2×2/2), conv(64, 5×5, relu), max-pool(2×2/2), "
                + "dropout(0.2), flatten, (3, softmax)]");
    assertThat(network.parameters())
        .isEqualTo((25 + 1) * 32 + (25 * 32 + 1) * 64 + (7 * 7 * 64 + 1) * 3);
  }

  @Test
  void poolsLargerThanTheImageAreMasked() {
    ChainCnnSearchSpace space =
        new ChainCnnSearchSpace(
            ChainSettings.preset(Preset.WALLARM, 3, 3, false), Datasets.pictures(6, 4, 1));
    Architecture made = Architecture.empty();
    // A pool of 3 leaves 2×2 pixels.
    for (String text : List.of("3", "8", "3", "0.0", "3", "8")) {
      made = made.with(space.next(made).orElseThrow().parse(text).orElseThrow());
    }
    assertThat(space.next(made).orElseThrow().name()).isEqualTo("pool 2");
    assertThat(space.next(made).orElseThrow().domain().highest()).isEqualTo(2);
  }

  @Test
  void layersReadWhatTheyDecideAndUnreadOutputsAreJoined() {
    ChainCnnSearchSpace space =
        new ChainCnnSearchSpace(
            ChainSettings.preset(Preset.STANDARD, 3, 3, true), Datasets.pictures(8, 8, 1));
    // Layer 2 reads the image, layer 3 reads both before it, whose images differ in size.
    Architecture both =
        space
            .parse(List.of("3", "16", "2", "no", "3", "16", "1", "yes", "yes", "5", "32", "1"))
            .orElseThrow();
    NetworkSpec network = space.lower(both);
    assertThat(network.toString())
        .contains("conv2 = conv(16, 3×3, no bias)(input)")
        .contains("inputs3-padded1 = pad(8×8)(pool1)")
        .contains("inputs3 = concat(inputs3-padded1, activation2)")
        .contains("row = flatten(activation3)");
    Architecture none =
        space
            .parse(List.of("3", "16", "1", "no", "3", "16", "1", "no", "no", "5", "32", "1"))
            .orElseThrow();
    assertThat(space.lower(none).layers()).contains(new Concat());
    assertThat(space.lower(none).graph().shapes().get("outputs"))
        .isEqualTo(TensorShape.of(8, 8, 64));
  }

  @Test
  void countsTheArchitecturesThatItEnumerates() {
    ChainCnnSearchSpace space =
        new ChainCnnSearchSpace(
            ChainSettings.preset(Preset.STANDARD, 1, 2, false), Datasets.pictures(28, 28, 1));
    // Each layer has 2 kernels, 3 numbers of filters and 2 pools.
    assertThat(space.count().orElseThrow()).isEqualTo(12 + 12 * 12);
    assertThat(space.enumerate().distinct()).hasSize(156);
  }

  @Test
  void everySampledNetworkCanBeLowered() {
    ChainCnnSearchSpace space =
        new ChainCnnSearchSpace(ChainSettings.everything(), Datasets.pictures(3, 2, 1));
    RandomStreams streams = new RandomStreams(1);
    for (int i = 0; i < 300; i++) {
      NetworkSpec network = space.lower(space.sample(streams.stream("test", i)));
      assertThat(network.output()).isEqualTo(TensorShape.of(3));
    }
  }

  @Test
  void wrongSettingsAreRefused() {
    assertThatThrownBy(
            () ->
                new ChainCnnSearchSpace(
                    ChainSettings.preset(Preset.STANDARD, 1, 2, false), Datasets.wine()))
        .isInstanceOf(InvalidSettingException.class)
        .hasMessageContaining("needs images");
    assertThatThrownBy(() -> ChainSettings.preset(Preset.STANDARD, 3, 2, false))
        .hasMessage("maxLayers (2) must not be below minLayers (3).");
    assertThatThrownBy(
            () ->
                new ChainHead(
                    ChainSettings.options("flat"),
                    0,
                    0,
                    ChainSettings.options("8"),
                    ChainSettings.options("0.0"),
                    Activation.RELU))
        .hasMessage("pooling (flat) must be flatten or global.");
  }
}
