package org.espalier.nas.data.prepare;

/** The choice of the kind of prediction. */
public enum TaskChoice {
  /**
   * Multi-label if there are several label columns or a separator of labels; classification if the
   * label is text, is put into bins, or has only whole numbers, at most 20 of them distinct; else
   * regression.
   */
  AUTO,
  /** Classification: each distinct value of the label is a class. */
  CLASSIFICATION,
  /** Regression: the label is a number. */
  REGRESSION,
  /** Multi-label: several labels, any number of which apply to a row. */
  MULTI_LABEL
}
