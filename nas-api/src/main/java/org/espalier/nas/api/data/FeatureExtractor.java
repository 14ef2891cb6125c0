package org.espalier.nas.api.data;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import java.util.function.IntConsumer;
import org.apiguardian.api.API;
import org.espalier.nas.api.network.TensorShape;

/**
 * A trained network, not trained further, that computes features of images of one size. Used by one
 * thread at a time.
 */
@API(status = EXPERIMENTAL, since = "0.1")
public interface FeatureExtractor {

  /** {@return the display name} */
  String name();

  /**
   * {@return a SHA-256 in hexadecimal of everything that the features of an image depend on: the
   * network's files and the settings}
   */
  String identity();

  /**
   * Returns the shape of the features of one image.
   *
   * @throws org.espalier.nas.api.InvalidBackboneException if the network cannot be read, or does
   *     not fit the images
   */
  TensorShape output();

  /**
   * Computes features.
   *
   * @param images the images
   * @param progress receives the number of images done so far, after each batch
   * @return {@code output().size()} finite numbers for each image, image after image
   * @throws org.espalier.nas.api.InvalidBackboneException if the network cannot be read, does not
   *     fit the images, or gives features that are not finite
   */
  float[] extract(Pixels images, IntConsumer progress);

  /** A factory of extractors, which a backend provides. */
  @API(status = EXPERIMENTAL, since = "0.1")
  @FunctionalInterface
  interface Factory {
    /**
     * Returns the extractor with these settings.
     *
     * @param settings the network
     * @param images the description of data whose examples are images
     * @throws org.espalier.nas.api.InvalidBackboneException if the folder is no network
     */
    FeatureExtractor of(BackboneSettings settings, DatasetInfo images);
  }
}
