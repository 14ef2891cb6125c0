package org.espalier.nas.data.prepare;

import java.util.List;
import org.espalier.nas.api.data.Feature;

/** An encoding of one column as features, fitted to the training part. */
sealed interface Encoder permits NumberEncoder, CategoryEncoder, HashingEncoder, FrequencyEncoder {

  /** Returns the features, in order. */
  List<Feature> features();

  /**
   * Returns the position of a feature among all that the column can have.
   *
   * @param feature a feature of this column, of any fold
   */
  int rank(Feature feature);

  /** Writes the features of a row, beginning at an offset. */
  void encode(int row, float[] into, int offset);
}
