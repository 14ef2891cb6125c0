package org.espalier.nas.tf.layer;

import java.util.Set;
import org.espalier.nas.api.NasException;

/** A layer that can neither be built nor consists of layers that can. */
public final class UnknownLayerException extends NasException {
  private static final long serialVersionUID = 1L;

  /**
   * Creates the error.
   *
   * @param owner the user of the layers, for the message
   * @param layers the names of their classes
   */
  public UnknownLayerException(String owner, Set<String> layers) {
    super(
        "TensorFlow cannot build the layer %s of %s. Compose it of known layers (implement ComposedLayer), or register a LayerBuilder for it; docs/plugins.md, \"Layers of one's own\", shows both."
            .formatted(String.join(", ", layers), owner));
  }
}
