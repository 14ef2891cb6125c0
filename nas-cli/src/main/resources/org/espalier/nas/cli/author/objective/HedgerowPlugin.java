package org.example.hedgerow;

import org.espalier.nas.api.plugin.ComponentKind;
import org.espalier.nas.api.plugin.NasPlugin;
import org.espalier.nas.api.plugin.PluginRegistry;

/** Registers the objective {@code hedgerow}. */
public final class HedgerowPlugin implements NasPlugin {

  @Override
  public void configure(PluginRegistry registry) {
    registry.component(
        ComponentKind.OBJECTIVE, "hedgerow", Hedgerow.class, HedgerowSettings.class);
  }
}
