package org.espalier.nas.data.prepare;

/** Treatment of rows that occur more than once. */
public enum Duplicates {
  /** Keeps them, wherever the split puts them. */
  KEEP,
  /** Keeps them, all in the same part; the parts' shares are then shares of distinct rows. */
  TOGETHER,
  /** Keeps only the first of them. */
  DROP
}
