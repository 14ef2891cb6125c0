package org.espalier.nas.data.prepare;

/** The choice between classification and regression. */
public enum TaskChoice {
  /**
   * Classification if the label is text, is put into bins, or has only whole numbers, at most 20 of
   * them distinct; else regression.
   */
  AUTO,
  /** Classification: each distinct value of the label is a class. */
  CLASSIFICATION,
  /** Regression: the label is a number. */
  REGRESSION
}
