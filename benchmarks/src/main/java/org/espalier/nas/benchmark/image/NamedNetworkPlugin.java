package org.espalier.nas.benchmark.image;

import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.espalier.nas.api.data.DatasetInfo;
import org.espalier.nas.api.network.LayerSpec;
import org.espalier.nas.api.network.NetworkSpec;
import org.espalier.nas.api.plugin.ComponentKind;
import org.espalier.nas.api.plugin.Description;
import org.espalier.nas.api.plugin.NasPlugin;
import org.espalier.nas.api.plugin.NoSettings;
import org.espalier.nas.api.plugin.PluginRegistry;
import org.espalier.nas.api.space.Architecture;
import org.espalier.nas.api.space.Categorical;
import org.espalier.nas.api.space.Choice;
import org.espalier.nas.api.space.Decision;
import org.espalier.nas.api.space.NetworkSearchSpace;

/** A plugin that provides the {@link NamedNetwork}s as a search space. */
public final class NamedNetworkPlugin implements NasPlugin {
  static final String TYPE = "named-networks";
  private static final String DECISION = "network";

  /** The search space. */
  @Description("Networks that are measured.")
  static final class Space implements NetworkSearchSpace {
    private final DatasetInfo data;

    @Inject
    Space(DatasetInfo data) {
      this.data = data;
    }

    @Override
    public List<Decision> decisions() {
      return List.of(new Decision(DECISION, Categorical.of(NamedNetwork.names())));
    }

    @Override
    public Optional<Decision> next(Architecture made) {
      return made.size() == 0 ? Optional.of(decisions().get(0)) : Optional.empty();
    }

    @Override
    public NetworkSpec lower(Architecture architecture) {
      int index = ((Choice.Option) architecture.choices().get(0)).index();
      return NamedNetwork.valueOf(NamedNetwork.names().get(index))
          .of(data.input(), data.task().outputLayer());
    }

    @Override
    public Set<Class<? extends LayerSpec>> layerTypes() {
      return Stream.of(NamedNetwork.values())
          .flatMap(n -> n.of(data.input(), data.task().outputLayer()).expanded().layers().stream())
          .<Class<? extends LayerSpec>>map(LayerSpec::getClass)
          .collect(Collectors.toSet());
    }
  }

  /** Returns the architecture of a network. */
  static Architecture architecture(String name) {
    return new Architecture(
        List.of(new Choice.Option(DECISION, NamedNetwork.names().indexOf(name), name)));
  }

  @Override
  public void configure(PluginRegistry registry) {
    registry.component(ComponentKind.SEARCH_SPACE, TYPE, Space.class, NoSettings.class);
  }
}
