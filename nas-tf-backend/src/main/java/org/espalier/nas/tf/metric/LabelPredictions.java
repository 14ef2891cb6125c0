package org.espalier.nas.tf.metric;

import java.util.List;
import java.util.OptionalDouble;
import java.util.function.ToLongFunction;
import java.util.stream.IntStream;
import org.espalier.nas.api.evaluation.LabelCounts;
import org.espalier.nas.tf.loss.LossType;
import org.jspecify.annotations.Nullable;

/**
 * Predictions of several labels, each on its own: a label is predicted if its logit is positive,
 * its probability above ½.
 */
public final class LabelPredictions implements Predictions {
  private final List<String> labels;
  private final LossType loss;
  private final float[] logits;
  private final float[] targets;
  private @Nullable List<LabelCounts> counts;

  /**
   * Creates predictions; the arrays are not copied and must not be changed afterwards.
   *
   * @param labels the names of the labels, at least one
   * @param loss the type of {@link #loss}
   * @param logits the logits [examples, labels]
   * @param targets 1 for each label that applies and 0 for each other, [examples, labels]; at least
   *     one example
   */
  public LabelPredictions(List<String> labels, LossType loss, float[] logits, float[] targets) {
    this.labels = List.copyOf(labels);
    if (targets.length == 0
        || targets.length % this.labels.size() != 0
        || logits.length != targets.length) {
      throw new IllegalArgumentException(
          "logits (%d) and targets (%d) must be %d for each of some examples."
              .formatted(logits.length, targets.length, this.labels.size()));
    }
    this.loss = loss;
    this.logits = logits;
    this.targets = targets;
  }

  @Override
  public int size() {
    return targets.length / labels.size();
  }

  /** Returns the counts of each label's predictions. */
  public List<LabelCounts> counts() {
    if (counts == null) {
      counts = IntStream.range(0, labels.size()).mapToObj(this::counts).toList();
    }
    return counts;
  }

  private LabelCounts counts(int label) {
    long[] truths = new long[4];
    for (int i = 0; i < size(); i++) {
      truths[(applies(i, label) ? 2 : 0) + (predicted(i, label) ? 1 : 0)]++;
    }
    return new LabelCounts(labels.get(label), truths[3], truths[1], truths[2], truths[0]);
  }

  private boolean applies(int example, int label) {
    return targets[example * labels.size() + label] != 0;
  }

  private boolean predicted(int example, int label) {
    return logits[example * labels.size() + label] > 0;
  }

  /** Returns the share of labels that are predicted correctly: 1 − Hamming loss. */
  public double accuracy() {
    return counts().stream().mapToDouble(LabelCounts::accuracy).average().orElseThrow();
  }

  /** Returns the share of examples all of whose labels are predicted correctly. */
  public double exactMatch() {
    long hits =
        IntStream.range(0, size())
            .filter(
                i ->
                    IntStream.range(0, labels.size())
                        .allMatch(label -> applies(i, label) == predicted(i, label)))
            .count();
    return (double) hits / size();
  }

  /**
   * Returns the mean F1 of the labels that any example has or that are predicted for any; empty if
   * there are none.
   */
  public OptionalDouble macroF1() {
    return counts().stream().map(LabelCounts::f1).flatMapToDouble(OptionalDouble::stream).average();
  }

  /** Returns the F1 of all labels counted together; empty if none is true or predicted. */
  public OptionalDouble microF1() {
    return new LabelCounts(
            "all",
            sum(LabelCounts::truePositives),
            sum(LabelCounts::falsePositives),
            sum(LabelCounts::falseNegatives),
            sum(LabelCounts::trueNegatives))
        .f1();
  }

  private long sum(ToLongFunction<LabelCounts> count) {
    return counts().stream().mapToLong(count).sum();
  }

  /**
   * Returns the mean over the labels of the area under the ROC curve; labels that all or no
   * examples have are left out. Empty if there is no other label.
   */
  public OptionalDouble auc() {
    return IntStream.range(0, labels.size())
        .mapToObj(label -> RocAuc.of(scores(label, true), scores(label, false)))
        .flatMapToDouble(OptionalDouble::stream)
        .average();
  }

  private float[] scores(int label, boolean applies) {
    int[] examples = IntStream.range(0, size()).filter(i -> applies(i, label) == applies).toArray();
    float[] scores = new float[examples.length];
    for (int i = 0; i < scores.length; i++) {
      scores[i] = logits[examples[i] * labels.size() + label];
    }
    return scores;
  }

  @Override
  public double loss() {
    double sum = 0;
    for (int i = 0; i < targets.length; i++) {
      sum += loss == LossType.MEAN_SQUARED_ERROR ? squaredError(i) : crossEntropy(i);
    }
    return sum / targets.length;
  }

  private double squaredError(int index) {
    double error = 1 / (1 + Math.exp(-(double) logits[index])) - targets[index];
    return error * error;
  }

  /** Returns ln(1 + exp(z)) − y·z without overflow. */
  private double crossEntropy(int index) {
    double z = logits[index];
    return Math.max(z, 0) + Math.log1p(Math.exp(-Math.abs(z))) - targets[index] * z;
  }
}
