package org.espalier.nas.tf.layer.image;

import java.util.List;
import org.espalier.nas.api.network.PadImage;
import org.espalier.nas.api.network.TensorShape;
import org.espalier.nas.tf.layer.GraphLayer;
import org.espalier.nas.tf.layer.LayerBuilder;
import org.espalier.nas.tf.layer.LayerContext;

/** Builder of borders of zeros. */
public final class PadImageBuilder implements LayerBuilder<PadImage> {

  @Override
  public GraphLayer build(LayerContext context, PadImage layer, List<TensorShape> inputs) {
    int rows = layer.height() - inputs.get(0).dimensions().get(0);
    int columns = layer.width() - inputs.get(0).dimensions().get(1);
    int[][] border = {
      {0, 0}, {rows / 2, rows - rows / 2}, {columns / 2, columns - columns / 2}, {0, 0}
    };
    return (tf, images, mode) -> tf.pad(images.get(0), tf.constant(border), tf.constant(0f));
  }
}
