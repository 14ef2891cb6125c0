package org.espalier.nas.data.prepare;

/** Whether a class or a number is predicted. */
public enum TaskChoice {
  /**
   * Classification if the label is text, is put into bins, or has only whole numbers, of which
   * there are at most 20 distinct ones; else regression.
   */
  AUTO,
  /** Each distinct value of the label is a class. */
  CLASSIFICATION,
  /** The label is a number. */
  REGRESSION
}
