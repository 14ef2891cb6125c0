package org.espalier.nas.tf.latency;

import java.util.ArrayList;
import java.util.List;
import org.espalier.nas.api.network.Activate;
import org.espalier.nas.api.network.Activation;
import org.espalier.nas.api.network.AveragePool2d;
import org.espalier.nas.api.network.BatchNorm;
import org.espalier.nas.api.network.Conv2d;
import org.espalier.nas.api.network.Dense;
import org.espalier.nas.api.network.DepthwiseConv2d;
import org.espalier.nas.api.network.Flatten;
import org.espalier.nas.api.network.GlobalAveragePool;
import org.espalier.nas.api.network.LayerSpec;
import org.espalier.nas.api.network.MaxPool2d;
import org.espalier.nas.api.network.NetworkSpec;
import org.espalier.nas.api.network.TensorShape;
import org.espalier.nas.api.network.Window;

/** The networks to which measured networks are compared. */
final class ReferenceNetwork {
  private static final int IMAGE_RANK = 3;
  private static final int STAGES = 3;
  private static final int CHANNELS = 16;
  private static final List<Integer> KERNELS = List.of(3, 5, 7, 3, 5);
  private static final int UNITS = 256;

  private ReferenceNetwork() {}

  /**
   * Returns the reference network for the input and output shapes of a network.
   *
   * @return for images, the kinds of layers that image networks consist of: in three sizes of the
   *     image, with 16, 32 and 64 channels, five separable convolutions with batch normalisation
   *     and two poolings, with 3×3 convolutions between; for other inputs, two dense layers of 256
   *     units. The output layer is dense
   */
  static NetworkSpec of(NetworkSpec network) {
    TensorShape input = network.input();
    List<LayerSpec> layers = new ArrayList<>();
    if (input.rank() == IMAGE_RANK) {
      for (int stage = 0; stage < STAGES; stage++) {
        stage(layers, CHANNELS << stage, stage == 0 ? 1 : 2);
      }
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

  private static void stage(List<LayerSpec> layers, int channels, int stride) {
    layers.add(Conv2d.of(channels, Window.of(3, stride)).withoutBias());
    layers.add(BatchNorm.standard());
    for (int size : KERNELS) {
      layers.add(new Activate(Activation.RELU));
      layers.add(DepthwiseConv2d.of(Window.of(size)));
      layers.add(Conv2d.of(channels, Window.of(1)).withoutBias());
      layers.add(BatchNorm.standard());
    }
    layers.add(new MaxPool2d(Window.of(3)));
    layers.add(new AveragePool2d(Window.of(3)));
  }
}
