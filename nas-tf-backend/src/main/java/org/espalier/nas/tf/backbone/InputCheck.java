package org.espalier.nas.tf.backbone;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.espalier.nas.api.InvalidBackboneException;
import org.espalier.nas.api.data.BackboneSettings;
import org.espalier.nas.api.network.TensorShape;
import org.tensorflow.proto.DataType;
import org.tensorflow.proto.TensorInfo;
import org.tensorflow.proto.TensorShapeProto;

/** A check that a network accepts images of a size. */
record InputCheck(ModelFolder folder, BackboneSettings settings) {
  private static final int COLOUR = 3;
  private static final int RANK = 4;

  /**
   * Checks the images.
   *
   * @param input the network's input
   * @param images height × width × channels
   * @throws InvalidBackboneException if they do not fit
   */
  void require(TensorInfo input, TensorShape images) {
    if (settings.preprocess().colour() && images.dimensions().get(2) != COLOUR) {
      throw new InvalidBackboneException(
          "preprocess",
          "preprocess (%s) is defined for images of 3 channels, but those of the data are %s; take unit or signed, or read the images in colour."
              .formatted(settings.preprocess().name().toLowerCase(Locale.ROOT), images));
    }
    if (input.getDtype() != DataType.DT_FLOAT && input.getDtype() != DataType.DT_UINT8) {
      throw refused("of the type " + input.getDtype() + " instead of float32 or uint8", images);
    }
    if (input.getTensorShape().getUnknownRank()) {
      return;
    }
    List<Long> sizes =
        input.getTensorShape().getDimList().stream().map(TensorShapeProto.Dim::getSize).toList();
    boolean fits = sizes.size() == RANK && sizes.get(0) < 0;
    for (int i = 0; fits && i < images.rank(); i++) {
      fits =
          sizes.get(i + 1) < 0 || sizes.get(i + 1).equals(images.dimensions().get(i).longValue());
    }
    if (!fits) {
      throw refused(
          sizes.stream()
              .map(size -> size < 0 ? "?" : Long.toString(size))
              .collect(Collectors.joining("×", "of the shape ", "")),
          images);
    }
  }

  private InvalidBackboneException refused(String input, TensorShape images) {
    return new InvalidBackboneException(
        ModelFolder.SETTING,
        "savedModel (%s) takes an input %s, but the images of the data are ?×%s (a number for each batch, height, width, channels). Read the images in that size and number of channels, or export the network for these."
            .formatted(folder.path(), input, images));
  }
}
