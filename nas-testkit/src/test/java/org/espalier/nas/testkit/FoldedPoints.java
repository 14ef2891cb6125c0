package org.espalier.nas.testkit;

import java.util.List;
import org.espalier.nas.api.data.Dataset;

/** A sound data set with given folds. */
final class FoldedPoints extends Points {
  private final List<Dataset> folds;

  FoldedPoints(Dataset... folds) {
    this.folds = List.of(folds);
  }

  @Override
  public List<Dataset> folds() {
    return folds;
  }
}
