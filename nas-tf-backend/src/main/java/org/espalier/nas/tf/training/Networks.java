package org.espalier.nas.tf.training;

import org.espalier.nas.api.NasException;
import org.espalier.nas.api.space.NetworkSearchSpace;
import org.espalier.nas.api.space.SearchSpace;
import org.espalier.nas.tf.layer.LayerBuilders;

/** Finds out whether the architectures of a space are networks that can be built here. */
final class Networks {
  private Networks() {}

  /**
   * The space as one of networks.
   *
   * @throws NasException if it is none, or if a layer of it is not known
   */
  static NetworkSearchSpace of(SearchSpace space) {
    if (!(space instanceof NetworkSearchSpace networks)) {
      throw new NasException(
          "The evaluator 'training' trains networks, but the architectures of "
              + space.getClass().getSimpleName()
              + " are none; choose another searchSpace or evaluator.");
    }
    LayerBuilders.standard().requireKnown(networks.layerTypes());
    return networks;
  }
}
