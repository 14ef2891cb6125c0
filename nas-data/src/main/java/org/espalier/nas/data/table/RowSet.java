package org.espalier.nas.data.table;

import java.util.Arrays;

/**
 * A set of rows of which no two have equal values. It holds numbers of rows, not their values, so
 * that millions of rows take little memory.
 */
public final class RowSet {
  private static final int FREE = -1;
  private static final int FEWEST = 16;

  /** The values of rows that are identified by numbers. */
  public interface Values {

    /** Returns a hash of a row's values, equal for equal values. */
    long hash(int row);

    /** Returns true if all values of two rows are equal. */
    boolean equal(int first, int second);
  }

  private final Values values;
  private int[] rows;
  private long[] hashes;
  private int size;

  /** Creates an empty set. */
  public RowSet(Values values) {
    this.values = values;
    this.rows = new int[FEWEST];
    this.hashes = new long[FEWEST];
    Arrays.fill(rows, FREE);
  }

  /** Returns true if the set holds a row of equal values. */
  public boolean contains(int row) {
    return rows[place(row, values.hash(row))] != FREE;
  }

  /**
   * Adds a row, unless the set holds one of equal values.
   *
   * @return the row of equal values that the set now holds: this one or an earlier one
   */
  public int add(int row) {
    long hash = values.hash(row);
    int place = place(row, hash);
    if (rows[place] != FREE) {
      return rows[place];
    }
    rows[place] = row;
    hashes[place] = hash;
    size++;
    if (2 * size > rows.length) {
      grow();
    }
    return row;
  }

  /** Returns the place of the row of equal values, or else the free place for it. */
  private int place(int row, long hash) {
    int place = start(hash);
    while (rows[place] != FREE && !(hashes[place] == hash && values.equal(rows[place], row))) {
      place = (place + 1) & (rows.length - 1);
    }
    return place;
  }

  private int start(long hash) {
    return (int) (hash ^ (hash >>> 32)) & (rows.length - 1);
  }

  private void grow() {
    int[] oldRows = rows;
    long[] oldHashes = hashes;
    rows = new int[2 * oldRows.length];
    hashes = new long[rows.length];
    Arrays.fill(rows, FREE);
    for (int i = 0; i < oldRows.length; i++) {
      if (oldRows[i] != FREE) {
        int place = start(oldHashes[i]);
        while (rows[place] != FREE) {
          place = (place + 1) & (rows.length - 1);
        }
        rows[place] = oldRows[i];
        hashes[place] = oldHashes[i];
      }
    }
  }
}
