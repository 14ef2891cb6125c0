package org.espalier.nas.tf.training;

/** How a training ended. */
sealed interface Ending {

  /** After its last epoch, or by early stopping. */
  record Finished() implements Ending {}

  /** By the directive to stop. */
  record Stopped(int epoch) implements Ending {}

  /** By the directive to abandon. */
  record Abandoned() implements Ending {}

  /** The loss became NaN or infinite. */
  record Diverged(String message) implements Ending {}
}
