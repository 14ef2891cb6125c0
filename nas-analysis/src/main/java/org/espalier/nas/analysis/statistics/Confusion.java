package org.espalier.nas.analysis.statistics;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The numbers of examples by true and predicted class.
 *
 * @param counts examples by true class, then by predicted class; square
 */
public record Confusion(List<List<Long>> counts) {

  /** Checks and copies. */
  public Confusion {
    counts = counts.stream().map(List::copyOf).toList();
    for (List<Long> row : counts) {
      if (row.size() != counts.size()) {
        throw new IllegalArgumentException(
            "counts must be square: a row of %d, %d classes.".formatted(row.size(), counts.size()));
      }
    }
  }

  /**
   * Examples of a class that are taken for another.
   *
   * @param actual the index of the true class
   * @param predicted the index of the predicted class
   * @param count the number of examples, positive
   * @param share their share of the true class
   */
  public record Pair(int actual, int predicted, long count, double share) {}

  /** Returns the number of classes. */
  public int classes() {
    return counts.size();
  }

  /** Returns the number of examples of a class that are predicted as a class. */
  public long count(int actual, int predicted) {
    return counts.get(actual).get(predicted);
  }

  /** Returns the number of examples of a class. */
  public long total(int actual) {
    return counts.get(actual).stream().mapToLong(Long::longValue).sum();
  }

  /** Returns the share of a class that is predicted as a class; 0 if it has no examples. */
  public double share(int actual, int predicted) {
    long total = total(actual);
    return total == 0 ? 0 : (double) count(actual, predicted) / total;
  }

  /** Returns the pairs of classes that are confused, the largest numbers of examples first. */
  public List<Pair> pairs() {
    List<Pair> pairs = new ArrayList<>();
    for (int actual = 0; actual < classes(); actual++) {
      for (int predicted = 0; predicted < classes(); predicted++) {
        if (actual != predicted && count(actual, predicted) > 0) {
          pairs.add(
              new Pair(actual, predicted, count(actual, predicted), share(actual, predicted)));
        }
      }
    }
    pairs.sort(Comparator.comparingLong(Pair::count).thenComparingDouble(Pair::share).reversed());
    return List.copyOf(pairs);
  }
}
