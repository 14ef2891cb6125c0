package org.espalier.nas.tf.training;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.espalier.nas.api.network.LayerSpec;
import org.espalier.nas.api.network.NetworkSpec;
import org.espalier.nas.api.space.Architecture;
import org.espalier.nas.api.space.Choice;
import org.espalier.nas.api.space.Decision;
import org.espalier.nas.api.space.HyperparameterSpace;
import org.espalier.nas.api.space.NetworkSearchSpace;

/** A space of one network with hyper-parameters, all of which are asked. */
record TunedNetworks(NetworkSpec network, List<Decision> decisions)
    implements HyperparameterSpace, NetworkSearchSpace {

  @Override
  public Optional<Decision> next(Architecture made) {
    return made.size() == decisions.size()
        ? Optional.empty()
        : Optional.of(decisions.get(made.size()));
  }

  @Override
  public Set<String> hyperparameters() {
    return decisions.stream().map(Decision::name).collect(Collectors.toSet());
  }

  @Override
  public Map<String, String> settings(Architecture architecture) {
    Map<String, String> settings = new LinkedHashMap<>();
    for (Choice choice : architecture.choices()) {
      settings.put(choice.decision(), choice.text());
    }
    return settings;
  }

  @Override
  public NetworkSpec lower(Architecture architecture) {
    return network;
  }

  @Override
  public Set<Class<? extends LayerSpec>> layerTypes() {
    return network.layers().stream().map(LayerSpec::getClass).collect(Collectors.toSet());
  }
}
