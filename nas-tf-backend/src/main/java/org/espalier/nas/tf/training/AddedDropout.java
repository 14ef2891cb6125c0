package org.espalier.nas.tf.training;

import java.util.ArrayList;
import java.util.List;
import org.espalier.nas.api.network.Dense;
import org.espalier.nas.api.network.Dropout;
import org.espalier.nas.api.network.LayerSpec;
import org.espalier.nas.api.network.NetworkSpec;

/** Dropout that the settings add to whatever network is trained. */
final class AddedDropout {
  private AddedDropout() {}

  /**
   * A network with a dropout behind every dense layer but the last layer.
   *
   * @param rate 0 for the network as it is
   */
  static NetworkSpec to(NetworkSpec network, double rate) {
    if (rate == 0) {
      return network;
    }
    List<LayerSpec> layers = new ArrayList<>();
    for (int i = 0; i < network.layers().size(); i++) {
      LayerSpec layer = network.layers().get(i);
      layers.add(layer);
      if (layer instanceof Dense && i < network.layers().size() - 1) {
        layers.add(new Dropout(rate));
      }
    }
    return new NetworkSpec(network.input(), layers);
  }
}
