package org.espalier.nas.data.audit;

import java.util.Arrays;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.espalier.nas.data.table.Column;
import org.espalier.nas.data.table.NumericColumn;
import org.espalier.nas.data.table.TextColumn;

/**
 * The rows of a column grouped by its value: in ascending order for numbers, by category for text.
 * Rows with a missing value are left out.
 */
final class ValueGroups {
  private final int[] counts;
  private final float[] targets;
  private final boolean pure;

  private ValueGroups(int[] counts, float[] targets, boolean pure) {
    this.counts = counts;
    this.targets = targets;
    this.pure = pure;
  }

  /**
   * Groups the rows in use once for each of several targets.
   *
   * @param targets for each target, its values in the rows in use
   */
  static List<ValueGroups> of(Column column, int[] rows, List<float[]> targets) {
    int[] present = IntStream.range(0, rows.length).filter(i -> !column.missing(rows[i])).toArray();
    int[] groups = new int[present.length];
    int count;
    if (column instanceof NumericColumn numbers) {
      double[] distinct = distinct(present, i -> numbers.value(rows[i]) + 0.0);
      count = distinct.length;
      Arrays.setAll(
          groups, i -> Arrays.binarySearch(distinct, numbers.value(rows[present[i]]) + 0.0));
    } else {
      TextColumn text = (TextColumn) column;
      count = text.categories().size();
      Arrays.setAll(groups, i -> text.code(rows[present[i]]));
    }
    return targets.stream().map(own -> collect(groups, count, present, own)).toList();
  }

  /** Returns the distinct values, ascending. */
  private static double[] distinct(int[] indices, IntToDoubleFunction value) {
    double[] sorted = new double[indices.length];
    Arrays.setAll(sorted, i -> value.applyAsDouble(indices[i]));
    Arrays.sort(sorted);
    int count = 0;
    for (int i = 0; i < sorted.length; i++) {
      if (i == 0 || sorted[i] != sorted[i - 1]) {
        sorted[count++] = sorted[i];
      }
    }
    return Arrays.copyOf(sorted, count);
  }

  private static ValueGroups collect(int[] groups, int count, int[] present, float[] targets) {
    int[] counts = new int[count];
    float[] first = new float[count];
    boolean pure = true;
    for (int i = 0; i < groups.length; i++) {
      float target = targets[present[i]];
      if (counts[groups[i]]++ == 0) {
        first[groups[i]] = target;
      } else if (first[groups[i]] != target) {
        pure = false;
      }
    }
    int[] filled = IntStream.range(0, count).filter(group -> counts[group] > 0).toArray();
    float[] own = new float[filled.length];
    for (int i = 0; i < filled.length; i++) {
      own[i] = first[filled[i]];
    }
    return new ValueGroups(IntStream.of(filled).map(g -> counts[g]).toArray(), own, pure);
  }

  /** Returns the number of distinct values. */
  int size() {
    return counts.length;
  }

  /** Returns the number of rows with a value. */
  int rows() {
    return IntStream.of(counts).sum();
  }

  /** Returns the number of rows of a group. */
  int count(int group) {
    return counts[group];
  }

  /** Returns true if rows of equal value always have equal targets. */
  boolean pure() {
    return pure;
  }

  /** Returns the number of changes of the target from one value to the next, plus one. */
  int runs() {
    int runs = Math.min(1, targets.length);
    for (int i = 1; i < targets.length; i++) {
      if (targets[i] != targets[i - 1]) {
        runs++;
      }
    }
    return runs;
  }

  /** Returns true if the target never falls, or never rises, from one value to the next. */
  boolean monotone() {
    boolean rises = false;
    boolean falls = false;
    for (int i = 1; i < targets.length; i++) {
      rises |= targets[i] > targets[i - 1];
      falls |= targets[i] < targets[i - 1];
    }
    return !(rises && falls);
  }
}
