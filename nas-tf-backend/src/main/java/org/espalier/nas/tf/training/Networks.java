package org.espalier.nas.tf.training;

import org.espalier.nas.api.NasException;
import org.espalier.nas.api.space.NetworkSearchSpace;
import org.espalier.nas.api.space.SearchSpace;
import org.espalier.nas.tf.layer.LayerBuilders;
import org.espalier.nas.tf.layer.LayerCheck;

/** A check that the architectures of a space are networks that TensorFlow can build. */
final class Networks {
  private Networks() {}

  /**
   * Returns a search space as one of networks.
   *
   * @throws NasException if it is not one, or if one of its layers cannot be built
   */
  static NetworkSearchSpace of(SearchSpace space, LayerBuilders builders) {
    if (!(space instanceof NetworkSearchSpace networks)) {
      throw new NasException(
          "The evaluator trains networks, but the architectures of "
              + space.getClass().getSimpleName()
              + " are none; choose another searchSpace or evaluator.");
    }
    new LayerCheck(builders).require(networks, space.getClass().getSimpleName());
    return networks;
  }
}
