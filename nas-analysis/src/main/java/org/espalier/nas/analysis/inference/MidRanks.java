package org.espalier.nas.analysis.inference;

import java.util.Arrays;

/** Ranks from 1 for the smallest value; equal values share their mean rank. */
final class MidRanks {

  private final double[] ranks;
  private final double ties;

  private MidRanks(double[] ranks, double ties) {
    this.ranks = ranks;
    this.ties = ties;
  }

  static MidRanks of(double[] values) {
    double[] ascending = values.clone();
    Arrays.sort(ascending);
    double[] ranks = new double[values.length];
    for (int i = 0; i < values.length; i++) {
      // 0.0 and -0.0 are equal numbers, which the search must not take apart.
      ranks[i] = (1 + below(ascending, values[i]) + notAbove(ascending, values[i])) / 2.0;
    }
    return new MidRanks(ranks, ties(ascending));
  }

  int size() {
    return ranks.length;
  }

  /** The rank of the value at a position. */
  double rank(int position) {
    return ranks[position];
  }

  /** The sum of t³ − t over the groups of t equal values. */
  double ties() {
    return ties;
  }

  private static int below(double[] ascending, double value) {
    int from = 0;
    int to = ascending.length;
    while (from < to) {
      int middle = (from + to) >>> 1;
      if (ascending[middle] < value) {
        from = middle + 1;
      } else {
        to = middle;
      }
    }
    return from;
  }

  private static int notAbove(double[] ascending, double value) {
    int from = 0;
    int to = ascending.length;
    while (from < to) {
      int middle = (from + to) >>> 1;
      if (ascending[middle] <= value) {
        from = middle + 1;
      } else {
        to = middle;
      }
    }
    return from;
  }

  private static double ties(double[] ascending) {
    double ties = 0;
    int start = 0;
    for (int i = 1; i <= ascending.length; i++) {
      if (i == ascending.length || ascending[i] != ascending[start]) {
        double size = i - start;
        ties += size * size * size - size;
        start = i;
      }
    }
    return ties;
  }
}
