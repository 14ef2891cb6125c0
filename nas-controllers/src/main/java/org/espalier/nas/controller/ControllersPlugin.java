package org.espalier.nas.controller;

import org.espalier.nas.api.plugin.ComponentKind;
import org.espalier.nas.api.plugin.NasPlugin;
import org.espalier.nas.api.plugin.PluginRegistry;
import org.espalier.nas.controller.random.RandomController;
import org.espalier.nas.controller.random.RandomSettings;
import org.espalier.nas.controller.reinforce.ReinforceController;
import org.espalier.nas.controller.reinforce.ReinforceSettings;

/** Brings the built-in controllers. */
public final class ControllersPlugin implements NasPlugin {

  @Override
  public void configure(PluginRegistry registry) {
    registry.component(
        ComponentKind.CONTROLLER, "random", RandomController.class, RandomSettings.class);
    registry.component(
        ComponentKind.CONTROLLER, "reinforce", ReinforceController.class, ReinforceSettings.class);
  }
}
