package org.espalier.nas.searchspace.cell;

import java.util.Comparator;

/**
 * A block of a cell: two operations and the combination of what they give.
 *
 * @param left the first side
 * @param right the second side
 * @param concat true if the sides are concatenated, false if they are added
 */
record CellBlock(Side left, Side right, boolean concat) implements Comparable<CellBlock> {
  private static final Comparator<CellBlock> ORDER =
      Comparator.comparing(CellBlock::left)
          .thenComparing(CellBlock::right)
          .thenComparing(CellBlock::concat);

  /**
   * A side of a block.
   *
   * @param state the state that is read: 0 the current input of the cell, 1 the older one, 2 the
   *     first block
   * @param operation the index of the operation
   */
  record Side(int state, int operation) implements Comparable<Side> {
    private static final Comparator<Side> ORDER =
        Comparator.comparingInt(Side::state).thenComparingInt(Side::operation);

    @Override
    public int compareTo(Side other) {
      return ORDER.compare(this, other);
    }
  }

  /** Returns the block with its sides in ascending order. */
  CellBlock sorted() {
    return left.compareTo(right) <= 0
        ? this
        : new CellBlock(/* left= */ right, /* right= */ left, concat);
  }

  @Override
  public int compareTo(CellBlock other) {
    return ORDER.compare(this, other);
  }
}
