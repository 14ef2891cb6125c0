package org.example.hedgerow;

import org.espalier.nas.api.plugin.ComponentKind;
import org.espalier.nas.api.plugin.NasPlugin;
import org.espalier.nas.api.plugin.PluginRegistry;

/** Registers the controller {@code hedgerow}. */
public final class HedgerowPlugin implements NasPlugin {

  @Override
  public void configure(PluginRegistry registry) {
    registry.component(
        ComponentKind.CONTROLLER, "hedgerow", Hedgerow.class, HedgerowSettings.class);
  }
}
