package org.espalier.nas.tf.loss;

/** The kind of loss that training minimises. */
public enum LossType {
  /** The usual loss of the task: cross-entropy for classes, squared error for numbers. */
  AUTO,
  /** The squared error; for classes, that between their probabilities and 1 or 0. */
  MEAN_SQUARED_ERROR
}
