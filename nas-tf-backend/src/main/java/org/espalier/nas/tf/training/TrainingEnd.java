package org.espalier.nas.tf.training;

/** The end of a training. */
sealed interface TrainingEnd {

  /** Returns true if the weights can be used. */
  default boolean usable() {
    return this instanceof Finished || this instanceof Stopped;
  }

  /** After its last epoch, or by early stopping. */
  record Finished() implements TrainingEnd {}

  /** By the directive to stop. */
  record Stopped(int epoch) implements TrainingEnd {}

  /** By the directive to abandon. */
  record Abandoned() implements TrainingEnd {}

  /** The loss became NaN or infinite. */
  record Diverged(String message) implements TrainingEnd {}
}
