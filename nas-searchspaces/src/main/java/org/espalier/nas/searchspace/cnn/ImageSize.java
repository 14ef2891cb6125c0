package org.espalier.nas.searchspace.cnn;

import java.util.ArrayList;
import java.util.List;
import org.espalier.nas.api.space.Architecture;

/**
 * The height and width of an image between the layers of a network.
 *
 * @param height the height in pixels
 * @param width the width in pixels
 */
record ImageSize(int height, int width) {

  /** Returns the size after a window with padding and this stride. */
  ImageSize shrunk(int stride) {
    return new ImageSize((height + stride - 1) / stride, (width + stride - 1) / stride);
  }

  /** Returns the larger side. */
  int larger() {
    return Math.max(height, width);
  }

  private ImageSize covering(ImageSize other) {
    return new ImageSize(Math.max(height, other.height), Math.max(width, other.width));
  }

  /** Returns the size of a layer's input: that of the largest image it reads. */
  static ImageSize input(ImageSize image, List<ImageSize> outputs, List<Integer> inputs) {
    if (inputs.isEmpty()) {
      return image;
    }
    ImageSize size = new ImageSize(1, 1);
    for (int from : inputs) {
      size = size.covering(outputs.get(from - 1));
    }
    return size;
  }

  /** Returns the sizes of the outputs of the first layers, all of whose decisions are made. */
  static List<ImageSize> outputs(
      ImageSize image, ChainDecisions decisions, Architecture made, int layers) {
    List<ImageSize> outputs = new ArrayList<>();
    for (int layer = 1; layer <= layers; layer++) {
      outputs.add(
          input(image, outputs, decisions.inputs(made, layer))
              .shrunk(decisions.whole(made, LayerProperty.STRIDE, layer))
              .shrunk(decisions.whole(made, LayerProperty.POOL, layer)));
    }
    return outputs;
  }
}
