package org.espalier.nas.controller;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoMoreInteractions;

import java.util.ServiceLoader;
import org.espalier.nas.api.plugin.ComponentKind;
import org.espalier.nas.api.plugin.NasPlugin;
import org.espalier.nas.api.plugin.PluginRegistry;
import org.espalier.nas.controller.bayesian.BayesianController;
import org.espalier.nas.controller.bayesian.BayesianSettings;
import org.espalier.nas.controller.random.RandomController;
import org.espalier.nas.controller.random.RandomSettings;
import org.espalier.nas.controller.reinforce.ReinforceController;
import org.espalier.nas.controller.reinforce.ReinforceSettings;
import org.junit.jupiter.api.Test;

final class ControllersPluginTest {

  @Test
  void isFoundAndRegistersTheControllers() {
    NasPlugin plugin =
        ServiceLoader.load(NasPlugin.class).stream()
            .filter(provider -> provider.type() == ControllersPlugin.class)
            .findFirst()
            .orElseThrow()
            .get();
    PluginRegistry registry = mock(PluginRegistry.class);
    plugin.configure(registry);

    assertThat(plugin).isInstanceOf(ControllersPlugin.class);
    verify(registry)
        .component(
            ComponentKind.CONTROLLER, "bayesian", BayesianController.class, BayesianSettings.class);
    verify(registry)
        .component(
            ComponentKind.CONTROLLER, "random", RandomController.class, RandomSettings.class);
    verify(registry)
        .component(
            ComponentKind.CONTROLLER,
            "reinforce",
            ReinforceController.class,
            ReinforceSettings.class);
    verifyNoMoreInteractions(registry);
  }
}
