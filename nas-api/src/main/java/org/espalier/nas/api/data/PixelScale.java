package org.espalier.nas.api.data;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import org.apiguardian.api.API;

/** A scale of pixels from 0 to 255 that a trained network expects. */
@API(status = EXPERIMENTAL, since = "0.1")
public enum PixelScale {
  /** The pixels as they are: for networks that scale them themselves. */
  NONE,
  /** Division by 255: 0 to 1. */
  UNIT,
  /** {@code x / 127.5 − 1}: −1 to 1; Keras calls it {@code tf}. */
  SIGNED,
  /**
   * Channels in the order blue, green, red, less the means of ImageNet (103.939, 116.779, 123.68):
   * ResNet and VGG of Keras.
   */
  CAFFE,
  /**
   * Division by 255, then the means (0.485, 0.456, 0.406) and deviations (0.229, 0.224, 0.225) of
   * ImageNet: DenseNet of Keras, most networks of PyTorch.
   */
  TORCH;

  /** Returns true if the scale is defined for images of three channels only. */
  public boolean colour() {
    return this == CAFFE || this == TORCH;
  }
}
