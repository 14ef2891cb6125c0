package org.espalier.nas.data.prepare;

/** What is done with rows that stand in the data more than once. */
public enum Duplicates {
  /** They stay, wherever the split puts them. */
  KEEP,
  /**
   * They stay, all of them in the same part; the parts' shares are then shares of distinct rows.
   */
  TOGETHER,
  /** Only the first of them stays. */
  DROP
}
