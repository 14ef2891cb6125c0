package org.espalier.nas.controller;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;
import java.util.stream.IntStream;
import org.espalier.nas.api.network.LayerImplementation;
import org.espalier.nas.api.network.LayerSpec;
import org.espalier.nas.api.objective.SeveralObjectives;
import org.espalier.nas.api.plugin.ComponentKind;
import org.espalier.nas.api.plugin.NasPlugin;
import org.espalier.nas.api.plugin.PluginRegistry;
import org.junit.jupiter.api.Test;

final class ControllersPluginTest {

  @Test
  void isFoundAndRegistersTheControllers() {
    NasPlugin plugin = ServiceLoader.load(NasPlugin.class).findFirst().orElseThrow();
    Listed listed = new Listed();

    plugin.configure(listed);

    assertThat(plugin).isInstanceOf(ControllersPlugin.class);
    assertThat(listed.types)
        .isSorted()
        .contains("asha", "bayesian", "grid", "hyperband", "random", "reinforce");
    assertThat(listed.implementations)
        .doesNotHaveDuplicates()
        .allSatisfy(each -> assertThat(each.getName()).endsWith("Controller"));
  }

  @Test
  void severalObjectivesAreServedByThoseThatSaySo() {
    Listed listed = new Listed();
    new ControllersPlugin().configure(listed);

    assertThat(
            IntStream.range(0, listed.types.size())
                .filter(
                    i -> listed.implementations.get(i).isAnnotationPresent(SeveralObjectives.class))
                .mapToObj(listed.types::get))
        .containsExactly(
            "asha",
            "evolution",
            "given",
            "grid",
            "hyperband",
            "nsga2",
            "parego",
            "quasi-random",
            "random",
            "successive-halving");
  }

  private static final class Listed implements PluginRegistry {
    private final List<String> types = new ArrayList<>();
    private final List<Class<?>> implementations = new ArrayList<>();

    @Override
    public <T> void component(
        ComponentKind<T> kind,
        String type,
        Class<? extends T> implementation,
        Class<? extends Record> config) {
      assertThat(kind).isEqualTo(ComponentKind.CONTROLLER);
      types.add(type);
      implementations.add(implementation);
    }

    @Override
    public <T> void service(Class<T> service, Class<? extends T> implementation) {
      throw new AssertionError("Controllers offer no service, but " + service + " was registered.");
    }

    @Override
    public <L extends LayerSpec> void layer(
        Class<L> layer, Class<? extends LayerImplementation<L>> implementation) {
      throw new AssertionError(layer);
    }
  }
}
