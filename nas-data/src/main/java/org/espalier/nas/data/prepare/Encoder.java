package org.espalier.nas.data.prepare;

import java.util.List;
import org.espalier.nas.api.data.Feature;

/** Makes features of one column, as fitted on the training part. */
sealed interface Encoder permits NumberEncoder, CategoryEncoder {

  /** The features, in order. */
  List<Feature> features();

  /** Writes the features of a row, beginning at an offset. */
  void encode(int row, float[] into, int offset);
}
