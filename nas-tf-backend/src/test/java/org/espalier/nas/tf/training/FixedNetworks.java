package org.espalier.nas.tf.training;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.espalier.nas.api.network.LayerSpec;
import org.espalier.nas.api.network.NetworkSpec;
import org.espalier.nas.api.space.Architecture;
import org.espalier.nas.api.space.Categorical;
import org.espalier.nas.api.space.Choice;
import org.espalier.nas.api.space.Decision;
import org.espalier.nas.api.space.NetworkSearchSpace;

/** A search space whose architectures are given networks. */
public record FixedNetworks(List<NetworkSpec> networks) implements NetworkSearchSpace {

  @Override
  public List<Decision> decisions() {
    return List.of(
        new Decision(
            "network", Categorical.of(networks.stream().map(NetworkSpec::toString).toList())));
  }

  @Override
  public Optional<Decision> next(Architecture made) {
    return made.size() == 0 ? Optional.of(decisions().get(0)) : Optional.empty();
  }

  @Override
  public NetworkSpec lower(Architecture architecture) {
    return networks.get(((Choice.Option) architecture.choices().get(0)).index());
  }

  @Override
  public Set<Class<? extends LayerSpec>> layerTypes() {
    return networks.stream()
        .flatMap(network -> network.layers().stream())
        .<Class<? extends LayerSpec>>map(LayerSpec::getClass)
        .collect(Collectors.toSet());
  }

  /** Returns the architecture of the network with this index. */
  public Architecture architecture(int index) {
    return new Architecture(
        Stream.<Choice>of(new Choice.Option("network", index, networks.get(index).toString()))
            .toList());
  }
}
