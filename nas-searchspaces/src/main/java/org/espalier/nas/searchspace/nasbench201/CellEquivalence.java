package org.espalier.nas.searchspace.nasbench201;

/** Rules by which cells of NAS-Bench-201 count as the same. */
public enum CellEquivalence {
  /** All 15,625 cells differ. */
  NONE,
  /** An edge with {@code skip} is the state that it leaves: 12,751 cells differ. */
  SKIPS,
  /**
   * The benchmark's own rule, by which 6,466 cells differ: in addition, an edge is zero if its
   * operation is {@code none} or the state that it leaves is zero. A sum of several zeros does not
   * count as zero.
   */
  PUBLISHED,
  /** In addition, zeros are left out of sums, and a sum of zeros is zero: 5,390 cells differ. */
  ZEROS
}
