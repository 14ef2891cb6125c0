package org.espalier.nas.tf.training;

import java.util.Map;
import java.util.Optional;
import org.espalier.nas.api.evaluation.Progress;

/** The epochs of a training: of one network, or of the networks of all folds. */
interface Epochs {

  /**
   * Trains and measures an epoch.
   *
   * @param epoch the number of the epoch, from 1
   * @param progress asked if the evaluation was abandoned
   * @param metrics receives the metrics of the epoch
   * @return the end of the training if the epoch did not finish
   */
  Optional<TrainingEnd> run(int epoch, Progress progress, Map<String, Double> metrics);
}
