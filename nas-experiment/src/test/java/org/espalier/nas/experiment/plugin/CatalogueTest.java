package org.espalier.nas.experiment.plugin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.inject.Inject;
import java.util.List;
import org.espalier.nas.api.NasException;
import org.espalier.nas.api.evaluation.Reward;
import org.espalier.nas.api.plugin.ComponentKind;
import org.espalier.nas.api.plugin.Description;
import org.espalier.nas.api.plugin.NasPlugin;
import org.espalier.nas.api.plugin.NoSettings;
import org.espalier.nas.api.trial.Outcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CatalogueTest {

  @Description("Always nothing.")
  record Zero() implements Reward {
    @Inject
    Zero {}

    @Override
    public double of(Outcome outcome) {
      return 0;
    }
  }

  /** A plugin with the reward zero. */
  static final class First implements NasPlugin {
    @Override
    public void configure(org.espalier.nas.api.plugin.PluginRegistry registry) {
      registry.component(ComponentKind.REWARD, "zero", Zero.class, NoSettings.class);
    }
  }

  /** Another plugin with the same reward. */
  static final class Second implements NasPlugin {
    @Override
    public void configure(org.espalier.nas.api.plugin.PluginRegistry registry) {
      registry.component(ComponentKind.REWARD, "zero", Zero.class, NoSettings.class);
    }
  }

  @Test
  void listsWhatPluginsBring() {
    Catalogue catalogue = Catalogue.of(List.of(new First()));

    RegisteredComponent<?> zero = catalogue.find(ComponentKind.REWARD, "zero").orElseThrow();
    assertThat(zero.description()).isEqualTo("Always nothing.");
    assertThat(zero.origin().plugin()).isEqualTo(First.class.getName());
    assertThat(catalogue.types(ComponentKind.REWARD)).containsExactly("zero");
    assertThat(catalogue.find(ComponentKind.STOPPING, "zero")).isEmpty();
  }

  @Test
  void anIdBroughtTwiceNamesBothPlugins() {
    assertThatThrownBy(() -> Catalogue.of(List.of(new First(), new Second())))
        .isInstanceOf(NasException.class)
        .hasMessageStartingWith("Espalier itself: the reward zero is brought by ")
        .hasMessageEndingWith(", too; rename it, or remove one of the two.");
  }

  @Test
  void aServiceBroughtTwiceNamesBothPlugins() {
    NasPlugin plugin = registry -> registry.service(Reward.class, Zero.class);

    assertThatThrownBy(() -> Catalogue.of(List.of(plugin, plugin)))
        .isInstanceOf(NasException.class)
        .hasMessageStartingWith("Espalier itself: the service Reward is brought by ");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "Zero", "zero_one", "zero one", "-zero", "zero-", "0zero", "ışık"})
  void malformedIdsAreRefused(String id) {
    NasPlugin plugin =
        registry -> registry.component(ComponentKind.REWARD, id, Zero.class, NoSettings.class);

    assertThatThrownBy(() -> Catalogue.of(List.of(plugin)))
        .isInstanceOf(NasException.class)
        .hasMessageContaining("lower case, digits and hyphens");
  }

  @Test
  void theBuiltInPluginsAreFoundAndDescribeTheirComponents() {
    Catalogue catalogue = Catalogue.load(CatalogueTest.class.getClassLoader());

    assertThat(catalogue.types(ComponentKind.CONTROLLER)).contains("random", "reinforce");
    assertThat(catalogue.types(ComponentKind.EVALUATOR)).contains("training");
    assertThat(catalogue.components())
        .allSatisfy(
            component -> assertThat(component.description()).as(component.type()).isNotBlank());
  }
}
