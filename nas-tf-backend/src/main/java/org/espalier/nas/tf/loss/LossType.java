package org.espalier.nas.tf.loss;

/** Which loss is minimised. */
public enum LossType {
  /** The usual one of the task: cross-entropy of classes, the squared error of numbers. */
  AUTO,
  /** The squared error, of classes that between their probabilities and 1 or 0. */
  MEAN_SQUARED_ERROR
}
