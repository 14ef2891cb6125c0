package org.espalier.nas.data.prepare;

/** Treatment of missing values. */
public enum MissingValues {
  /** Rejects the data. */
  ERROR,
  /** Leaves the row out. */
  DROP,
  /**
   * Substitutes the mean or the most frequent category of the training part; leaves out a row
   * without a label.
   */
  IMPUTE
}
