package org.espalier.nas.searchspace.cnn;

import java.util.List;
import org.espalier.nas.api.network.Activation;
import org.espalier.nas.searchspace.hyperparameters.CategoricalParameter;
import org.espalier.nas.searchspace.hyperparameters.Parameter;

/** Settings of chain networks for tests. */
final class ChainSettings {
  private ChainSettings() {}

  static Parameter options(String... options) {
    return new CategoricalParameter(List.of(options), true, null);
  }

  static ChainHead head(int minLayers, int maxLayers, String... pooling) {
    return new ChainHead(
        options(pooling),
        minLayers,
        maxLayers,
        options("8", "16"),
        options("0.0"),
        Activation.RELU);
  }

  static ChainCnnSettings preset(Preset preset, int minLayers, int maxLayers, boolean skips) {
    return new ChainCnnSettings(
        preset,
        minLayers,
        maxLayers,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        skips,
        head(0, 0, "flatten"));
  }

  static ChainCnnSettings everything() {
    return new ChainCnnSettings(
        Preset.STANDARD,
        1,
        3,
        options("1", "3"),
        options("4", "8"),
        options("1", "2"),
        options("1", "2", "4"),
        options("0.0", "0.5"),
        options("relu", "tanh"),
        options("true", "false"),
        true,
        head(0, 2, "flatten", "global"));
  }
}
