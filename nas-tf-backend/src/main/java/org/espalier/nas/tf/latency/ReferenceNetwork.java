package org.espalier.nas.tf.latency;

import java.util.ArrayList;
import java.util.List;
import org.espalier.nas.api.network.Activation;
import org.espalier.nas.api.network.Conv2d;
import org.espalier.nas.api.network.Dense;
import org.espalier.nas.api.network.Flatten;
import org.espalier.nas.api.network.GlobalAveragePool;
import org.espalier.nas.api.network.LayerSpec;
import org.espalier.nas.api.network.NetworkSpec;
import org.espalier.nas.api.network.TensorShape;
import org.espalier.nas.api.network.Window;

/** The networks to which measured networks are compared. */
final class ReferenceNetwork {
  private static final int IMAGE_RANK = 3;
  private static final int UNITS = 256;

  private ReferenceNetwork() {}

  /**
   * Returns the reference network for the input and output shapes of a network.
   *
   * @return for images, three 3×3 convolutions of 32, 64 and 128 filters, the latter two with
   *     stride 2, and the mean of each channel; for other inputs, two dense layers of 256 units.
   *     The output layer is dense
   */
  static NetworkSpec of(NetworkSpec network) {
    TensorShape input = network.input();
    List<LayerSpec> layers = new ArrayList<>();
    if (input.rank() == IMAGE_RANK) {
      layers.add(convolution(32, 1));
      layers.add(convolution(64, 2));
      layers.add(convolution(128, 2));
      layers.add(new GlobalAveragePool());
    } else {
      if (input.rank() != 1) {
        layers.add(new Flatten());
      }
      layers.add(new Dense(UNITS, Activation.RELU));
      layers.add(new Dense(UNITS, Activation.RELU));
    }
    layers.add(new Dense(network.output().size(), Activation.LINEAR));
    return new NetworkSpec(input, layers);
  }

  private static Conv2d convolution(int filters, int stride) {
    return Conv2d.of(filters, Window.of(3, stride)).with(Activation.RELU);
  }
}
