package org.espalier.nas.searchspace.image;

import java.util.Optional;
import org.espalier.nas.api.InvalidSettingException;
import org.espalier.nas.api.data.DatasetInfo;
import org.espalier.nas.api.network.Activation;
import org.espalier.nas.api.network.Dense;
import org.espalier.nas.api.network.TensorShape;

/**
 * The ends of a network for images.
 *
 * @param input the shape of an image: height × width × channels
 * @param outputLayer the layer that predicts
 */
public record ImageTask(TensorShape input, Dense outputLayer) {
  private static final ImageTask CIFAR10 =
      new ImageTask(TensorShape.of(32, 32, 3), new Dense(10, Activation.SOFTMAX));

  /**
   * Returns the ends for a data set.
   *
   * @param space the name of the search space, for the message
   * @param data the data set; if empty, the ends are those for CIFAR-10: 32×32×3 images, 10 classes
   * @throws InvalidSettingException if its examples are no images
   */
  public static ImageTask of(String space, Optional<DatasetInfo> data) {
    if (data.isEmpty()) {
      return CIFAR10;
    }
    if (!(data.get() instanceof DatasetInfo.Image images)) {
      throw new InvalidSettingException(
          "type",
          "The search space %s needs images; %s has %s. Use mlp instead."
              .formatted(space, data.get().name(), data.get().inputs()));
    }
    return new ImageTask(images.input(), images.task().outputLayer());
  }
}
