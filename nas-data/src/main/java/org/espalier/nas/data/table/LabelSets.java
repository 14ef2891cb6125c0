package org.espalier.nas.data.table;

import java.util.HashMap;
import java.util.Map;

/** Numbers for the sets of labels of rows; rows with equal labels have the same number. */
public final class LabelSets {
  private LabelSets() {}

  /**
   * Returns the number of each row's set of labels, from 0 in the order of their first rows.
   *
   * @param values row after row, 1 for each label that applies and 0 for each other
   * @param labels number of labels
   */
  public static int[] of(float[] values, int labels) {
    Map<String, Integer> numbers = new HashMap<>();
    int[] sets = new int[values.length / labels];
    char[] present = new char[labels];
    for (int row = 0; row < sets.length; row++) {
      for (int label = 0; label < labels; label++) {
        present[label] = values[row * labels + label] == 0 ? '0' : '1';
      }
      sets[row] = numbers.computeIfAbsent(new String(present), unused -> numbers.size());
    }
    return sets;
  }
}
