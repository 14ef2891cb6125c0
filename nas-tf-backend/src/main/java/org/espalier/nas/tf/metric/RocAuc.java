package org.espalier.nas.tf.metric;

import java.util.Arrays;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/** The area under the ROC curve. */
public final class RocAuc {
  private RocAuc() {}

  /**
   * Returns the area of the second of two classes; for more classes, the mean area of each against
   * the rest, over the classes that have examples. Empty if all examples have one class.
   */
  public static OptionalDouble of(ClassPredictions predictions) {
    int first = predictions.classes() == 2 ? 1 : 0;
    return IntStream.range(first, predictions.classes())
        .mapToObj(ofClass -> againstRest(predictions, ofClass))
        .flatMapToDouble(OptionalDouble::stream)
        .average();
  }

  private static OptionalDouble againstRest(ClassPredictions predictions, int ofClass) {
    int size = predictions.size();
    float[] positives = new float[size];
    float[] negatives = new float[size];
    int positive = 0;
    for (int i = 0; i < size; i++) {
      // Rounded, so that scores that differ only by the rounding of exp are ties.
      float score = (float) predictions.logOdds(i, ofClass);
      if (predictions.target(i) == ofClass) {
        positives[positive++] = score;
      } else {
        negatives[i - positive] = score;
      }
    }
    return of(Arrays.copyOf(positives, positive), Arrays.copyOf(negatives, size - positive));
  }

  /**
   * Returns the probability that a positive example scores higher than a negative one, ties counted
   * half (Mann &amp; Whitney 1947). Empty if there are no positives or no negatives.
   */
  static OptionalDouble of(float[] positives, float[] negatives) {
    if (positives.length == 0 || negatives.length == 0) {
      return OptionalDouble.empty();
    }
    Arrays.sort(positives);
    Arrays.sort(negatives);
    double wins = 0;
    int below = 0;
    int notAbove = 0;
    for (float score : positives) {
      while (below < negatives.length && negatives[below] < score) {
        below++;
      }
      while (notAbove < negatives.length && negatives[notAbove] <= score) {
        notAbove++;
      }
      wins += (below + notAbove) / 2.0;
    }
    return OptionalDouble.of(wins / positives.length / negatives.length);
  }
}
