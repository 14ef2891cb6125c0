package org.example.hedgerow;

import org.espalier.nas.api.plugin.ComponentKind;
import org.espalier.nas.api.plugin.NasPlugin;
import org.espalier.nas.api.plugin.PluginRegistry;

/** Registers the search space {@code hedgerow} and the layer of its networks. */
public final class HedgerowPlugin implements NasPlugin {

  @Override
  public void configure(PluginRegistry registry) {
    registry.component(
        ComponentKind.SEARCH_SPACE, "hedgerow", Hedgerow.class, HedgerowSettings.class);
    registry.layer(HedgerowLayer.class, HedgerowLayerBuilder.class);
  }
}
