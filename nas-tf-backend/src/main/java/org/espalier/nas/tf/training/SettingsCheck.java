package org.espalier.nas.tf.training;

import org.espalier.nas.api.InvalidSettingException;
import org.espalier.nas.api.data.Dataset;
import org.espalier.nas.api.data.Part;
import org.espalier.nas.api.data.Task;
import org.espalier.nas.api.network.TensorShape;
import org.espalier.nas.tf.loss.LossType;

/**
 * A check that settings fit the data.
 *
 * @param task the kind of prediction
 * @param shape the shape of one example
 * @param images true if the examples are images whose pixels are kept as bytes
 */
record SettingsCheck(Task task, TensorShape shape, boolean images) {

  /** Returns the check for a data set. */
  static SettingsCheck of(Dataset dataset) {
    return new SettingsCheck(
        dataset.info().task(),
        dataset.info().input(),
        dataset.examples(Part.TRAINING).pixels().isPresent());
  }

  /**
   * Checks settings.
   *
   * @throws InvalidSettingException if a metric, label smoothing or the augmentation does not fit
   */
  void require(TrainingSettings settings) {
    Measures unused = Measures.of(settings, task);
    settings.augmentation().requireFit(shape, images);
    if (settings.labelSmoothing() > 0) {
      requireSmoothable(settings);
    }
  }

  private void requireSmoothable(TrainingSettings settings) {
    if (!(task instanceof Task.Classification classification) || classification.binary()) {
      throw new InvalidSettingException(
          "labelSmoothing",
          "labelSmoothing (%s) needs three or more classes, but %s; set it to 0."
              .formatted(settings.labelSmoothing(), predicted()));
    }
    if (settings.loss() != LossType.AUTO) {
      throw new InvalidSettingException(
          "labelSmoothing",
          "labelSmoothing (%s) needs loss auto, the cross-entropy; change one of the two."
              .formatted(settings.labelSmoothing()));
    }
  }

  private String predicted() {
    if (task instanceof Task.Classification) {
      return task.target() + " has two";
    }
    return task.target()
        + (task instanceof Task.MultiLabel ? " consists of several labels" : " is a number");
  }
}
