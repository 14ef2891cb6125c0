package org.espalier.nas.tf.metric;

import java.util.Arrays;
import java.util.stream.IntStream;

/** The numbers of examples by true and predicted class. */
public final class ConfusionMatrix {
  private final long[][] counts;

  /**
   * Creates a matrix.
   *
   * @param counts the numbers by true class, then by predicted class; square, with at least one
   *     example
   */
  public ConfusionMatrix(long[][] counts) {
    this.counts = Arrays.stream(counts).map(long[]::clone).toArray(long[][]::new);
  }

  /** Returns the number of classes. */
  public int classes() {
    return counts.length;
  }

  /**
   * Returns the number of examples of class {@code actual} predicted as class {@code predicted}.
   */
  public long count(int actual, int predicted) {
    return counts[actual][predicted];
  }

  /** Returns the share of examples on the diagonal. */
  public double accuracy() {
    long hits = IntStream.range(0, classes()).mapToLong(c -> counts[c][c]).sum();
    long all = IntStream.range(0, classes()).mapToLong(this::ofClass).sum();
    return (double) hits / all;
  }

  /** Returns the mean recall of the classes that have examples. */
  public double balancedAccuracy() {
    return IntStream.range(0, classes())
        .filter(c -> ofClass(c) > 0)
        .mapToDouble(c -> (double) counts[c][c] / ofClass(c))
        .average()
        .orElseThrow();
  }

  /** Returns the mean F1 of the classes that have examples or are predicted. */
  public double macroF1() {
    return IntStream.range(0, classes())
        .filter(c -> ofClass(c) + takenFor(c) > 0)
        .mapToDouble(c -> 2.0 * counts[c][c] / (ofClass(c) + takenFor(c)))
        .average()
        .orElseThrow();
  }

  private long ofClass(int actual) {
    return Arrays.stream(counts[actual]).sum();
  }

  private long takenFor(int predicted) {
    return Arrays.stream(counts).mapToLong(row -> row[predicted]).sum();
  }
}
