package org.espalier.nas.testkit;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.espalier.nas.api.network.Activation;
import org.espalier.nas.api.network.Dense;
import org.espalier.nas.api.network.LayerSpec;
import org.espalier.nas.api.network.NetworkSpec;
import org.espalier.nas.api.network.TensorShape;
import org.espalier.nas.api.space.Architecture;
import org.espalier.nas.api.space.Choice;
import org.espalier.nas.api.space.NetworkSearchSpace;

/** A correct space in which each token is a layer. */
class TokenNetworks extends Tokens implements NetworkSearchSpace {

  @Override
  public NetworkSpec lower(Architecture architecture) {
    if (!contains(architecture)) {
      throw new IllegalArgumentException(architecture + " is not of this space.");
    }
    return network(architecture, 4, 1);
  }

  static NetworkSpec network(Architecture architecture, int inputs, int outputs) {
    List<LayerSpec> layers = new ArrayList<>();
    for (Choice choice : architecture.choices()) {
      if (choice instanceof Choice.Option token && !token.label().equals("end")) {
        layers.add(new Dense(8 * (token.index() + 1), Activation.RELU));
      }
    }
    layers.add(new Dense(outputs, Activation.LINEAR));
    return new NetworkSpec(TensorShape.of(inputs), layers);
  }

  @Override
  public Set<Class<? extends LayerSpec>> layerTypes() {
    return Set.of(Dense.class);
  }
}
