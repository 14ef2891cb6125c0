package org.espalier.nas.tf.training;

import java.util.List;
import java.util.stream.IntStream;
import org.espalier.nas.api.data.Dataset;
import org.espalier.nas.api.data.DatasetInfo;
import org.espalier.nas.api.data.Examples;
import org.espalier.nas.api.data.Part;
import org.espalier.nas.api.network.TensorShape;

/** A data set with folds created in memory. */
record FoldedDataset(List<Dataset> folds) implements Dataset {

  /** Returns folds of different sizes. */
  static FoldedDataset blobs(int folds) {
    return new FoldedDataset(
        IntStream.range(0, folds)
            .mapToObj(
                i -> (Dataset) TableDataset.blobs(3, TensorShape.of(4), 60 + 30 * i, 30 + 5 * i))
            .toList());
  }

  @Override
  public DatasetInfo info() {
    return folds.get(0).info();
  }

  @Override
  public Examples examples(Part part) {
    return folds.get(0).examples(part);
  }
}
