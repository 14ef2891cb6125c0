package org.espalier.nas.api.network;

/** Dilated convolution: the kernel sees pixels at a distance from each other. */
final class Dilation {
  private Dilation() {}

  /** Checks a dilation, which is defined for a stride of 1 only. */
  static void require(int dilation, Window window) {
    if (dilation <= 0 || (dilation > 1 && window.stride() > 1)) {
      throw new IllegalArgumentException(
          "dilation (%d) must be positive, and 1 if stride (%d) is not 1."
              .formatted(dilation, window.stride()));
    }
  }

  /** Returns the dilation for the label of a layer; empty if neighbours are seen. */
  static String label(int dilation) {
    return dilation == 1 ? "" : ", dilation " + dilation;
  }
}
