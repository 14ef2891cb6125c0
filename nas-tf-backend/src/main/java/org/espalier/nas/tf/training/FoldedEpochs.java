package org.espalier.nas.tf.training;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.espalier.nas.api.evaluation.Progress;

/**
 * The epochs of the networks of all folds, one fold after the other in each epoch. The metrics are
 * the means over the folds, with their spreads.
 */
final class FoldedEpochs implements Epochs {
  private final List<NetworkEpochs> folds;

  /** Creates the epochs of at least two folds. */
  FoldedEpochs(List<NetworkEpochs> folds) {
    this.folds = List.copyOf(folds);
  }

  @Override
  public Optional<TrainingEnd> run(int epoch, Progress progress, Map<String, Double> metrics) {
    FoldMeans means = new FoldMeans();
    for (int fold = 0; fold < folds.size(); fold++) {
      Map<String, Double> own = new TreeMap<>();
      Optional<TrainingEnd> end = folds.get(fold).run(epoch, progress, own);
      if (end.isPresent()) {
        return Optional.of(inFold(end.get(), fold + 1));
      }
      means.add(own);
    }
    metrics.putAll(means.metrics());
    return Optional.empty();
  }

  private TrainingEnd inFold(TrainingEnd end, int fold) {
    return end instanceof TrainingEnd.Diverged diverged
        ? new TrainingEnd.Diverged(
            "Fold %d of %d: %s".formatted(fold, folds.size(), diverged.message()))
        : end;
  }
}
