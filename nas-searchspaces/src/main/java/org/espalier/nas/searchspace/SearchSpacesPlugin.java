package org.espalier.nas.searchspace;

import org.espalier.nas.api.plugin.ComponentKind;
import org.espalier.nas.api.plugin.NasPlugin;
import org.espalier.nas.api.plugin.PluginRegistry;
import org.espalier.nas.searchspace.cnn.ChainCnnSearchSpace;
import org.espalier.nas.searchspace.cnn.ChainCnnSettings;
import org.espalier.nas.searchspace.head.HeadSearchSpace;
import org.espalier.nas.searchspace.head.HeadSettings;
import org.espalier.nas.searchspace.hyperparameters.HyperparametersSearchSpace;
import org.espalier.nas.searchspace.hyperparameters.HyperparametersSettings;
import org.espalier.nas.searchspace.mlp.MlpSearchSpace;
import org.espalier.nas.searchspace.mlp.MlpSettings;
import org.espalier.nas.searchspace.nasbench201.NasBench201SearchSpace;
import org.espalier.nas.searchspace.nasbench201.NasBench201Settings;

/** Plugin that contributes the built-in search spaces. */
public final class SearchSpacesPlugin implements NasPlugin {

  @Override
  public void configure(PluginRegistry registry) {
    registry.component(
        ComponentKind.SEARCH_SPACE, "chain-cnn", ChainCnnSearchSpace.class, ChainCnnSettings.class);
    registry.component(
        ComponentKind.SEARCH_SPACE, "head", HeadSearchSpace.class, HeadSettings.class);
    registry.component(
        ComponentKind.SEARCH_SPACE,
        "hyperparameters",
        HyperparametersSearchSpace.class,
        HyperparametersSettings.class);
    registry.component(ComponentKind.SEARCH_SPACE, "mlp", MlpSearchSpace.class, MlpSettings.class);
    registry.component(
        ComponentKind.SEARCH_SPACE,
        "nasbench-201",
        NasBench201SearchSpace.class,
        NasBench201Settings.class);
  }
}
