package org.espalier.nas.tf.training;

/** The end of a training. */
sealed interface TrainingEnd {

  /** Returns true if the weights can be used. */
  default boolean usable() {
    return this instanceof Finished || this instanceof Stopped;
  }

  /** The end after the last epoch, or by early stopping. */
  record Finished() implements TrainingEnd {}

  /** The end by the directive to stop. */
  record Stopped(int epoch) implements TrainingEnd {}

  /** The end by the directive to abandon. */
  record Abandoned() implements TrainingEnd {}

  /** The end because the loss became NaN or infinite. */
  record Diverged(String message) implements TrainingEnd {}
}
