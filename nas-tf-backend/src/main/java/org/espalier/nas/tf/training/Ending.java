package org.espalier.nas.tf.training;

/** How a training ended. */
sealed interface Ending {

  /** Whether the weights are worth something. */
  default boolean usable() {
    return this instanceof Finished || this instanceof Stopped;
  }

  /** After its last epoch, or by early stopping. */
  record Finished() implements Ending {}

  /** By the directive to stop. */
  record Stopped(int epoch) implements Ending {}

  /** By the directive to abandon. */
  record Abandoned() implements Ending {}

  /** The loss became NaN or infinite. */
  record Diverged(String message) implements Ending {}
}
