package org.espalier.nas.tf.training;

import java.util.ArrayList;
import java.util.List;
import org.espalier.nas.api.network.Dense;
import org.espalier.nas.api.network.Dropout;
import org.espalier.nas.api.network.LayerSpec;
import org.espalier.nas.api.network.NetworkSpec;

/** Dropout that the settings add to every trained network. */
final class AddedDropout {
  private AddedDropout() {}

  /**
   * Returns a network with a dropout after every dense layer except the last layer.
   *
   * @param rate the rate; 0 for an unchanged network
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
