package org.espalier.nas.data.prepare;

/** The rule by which rows are divided into parts. */
public enum SplitRule {
  /** Shuffles the rows. */
  RANDOM,
  /** Sorts the rows by a column of dates or numbers: the oldest rows train, the newest test. */
  DATE,
  /** Shuffles groups of rows: all rows with the same value of a column are in the same part. */
  GROUP
}
