package org.espalier.nas.data.prepare;

import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * Groups of rows with similar labels, for stratified splits: rows are sorted by their labels, the
 * rarest first, and cut into groups of equal size. If every group is divided by the same shares,
 * each label has nearly its share in every part, however many combinations of labels there are.
 */
final class LabelStrata {
  private static final int FEWEST_ROWS = 10;
  private static final int MOST_GROUPS = 200;

  private LabelStrata() {}

  /**
   * Returns the group of each row.
   *
   * @param values for each row, 1 for each label that applies and 0 for each other
   * @param labels number of labels
   */
  static int[] of(float[] values, int labels) {
    int rows = values.length / labels;
    int size = Math.max(FEWEST_ROWS, rows / MOST_GROUPS);
    int groups = Math.max(1, rows / size);
    int[] numbers = spread(groups);
    int[] sorted = sorted(values, labels);
    int[] strata = new int[rows];
    for (int i = 0; i < rows; i++) {
      strata[sorted[i]] = numbers[Math.min(i / size, groups - 1)];
    }
    return strata;
  }

  private static int[] sorted(float[] values, int labels) {
    int[] positives = new int[labels];
    for (int i = 0; i < values.length; i++) {
      positives[i % labels] += (int) values[i];
    }
    int[] rarestFirst = ordered(labels, Comparator.comparingInt(label -> positives[label]));
    return ordered(
        values.length / labels,
        (a, b) -> {
          int sign = 1;
          for (int label : rarestFirst) {
            int order = Float.compare(values[b * labels + label], values[a * labels + label]);
            if (order != 0) {
              return sign * order;
            }
            // The order of a Gray code: neighbours differ in one label only.
            sign = values[a * labels + label] == 0 ? sign : -sign;
          }
          return 0;
        });
  }

  private static int[] ordered(int count, Comparator<Integer> comparator) {
    return IntStream.range(0, count)
        .boxed()
        .sorted(comparator)
        .mapToInt(Integer::intValue)
        .toArray();
  }

  /**
   * Returns numbers for consecutive groups of which any first few are spread over all groups,
   * because a part whose share of a group is not whole has one more row of the first groups.
   */
  private static int[] spread(int groups) {
    int[] order =
        ordered(groups, (a, b) -> Integer.compareUnsigned(Integer.reverse(a), Integer.reverse(b)));
    int[] numbers = new int[groups];
    for (int i = 0; i < groups; i++) {
      numbers[order[i]] = i;
    }
    return numbers;
  }
}
