package org.espalier.nas.data.prepare;

/** What is done where a value is missing. */
public enum MissingValues {
  /** The data are refused. */
  ERROR,
  /** The row is left out. */
  DROP,
  /**
   * The training part's mean takes its place, or the training part's most frequent category; a row
   * without a label is left out.
   */
  IMPUTE
}
