package org.espalier.nas.tf.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import org.assertj.core.data.Offset;
import org.espalier.nas.api.data.Task;
import org.espalier.nas.api.evaluation.LabelCounts;
import org.espalier.nas.tf.loss.LossType;
import org.junit.jupiter.api.Test;

/**
 * Expected values were computed with scikit-learn 1.9.1 from the same numbers: accuracy as 1 −
 * hamming_loss, exact match as accuracy_score, macro values without the label that never applies.
 */
class LabelPredictionsTest {
  private static final Offset<Double> EXACT = within(1e-12);
  private static final List<String> LABELS = List.of("a", "b", "c", "never");

  /** 12 examples with ties and logits of 0; the last label never applies. */
  private static final float[] LOGITS = {
    -1.25f, -2, -0.25f, -0.75f, 1.75f, 0.25f, -0.75f, -1.25f, 1, 2.5f, 0.5f, -1.75f, -1.5f, 2.5f, 0,
    -2.5f, -1, -1.75f, -1, -0.75f, -1, 0.75f, 0, -1, 0.5f, 1.25f, -2.5f, -0.5f, -1.5f, -0.25f, -2,
    0, 0, -0.5f, -1.5f, -0.5f, -1.75f, -2, 0.25f, -1.75f, 1.75f, 1, -3, -0.5f, -1.75f, 0, 0, -3
  };

  private static final float[] TARGETS = {
    1, 0, 1, 0, 1, 0, 0, 0, 1, 1, 0, 0, 0, 1, 1, 0, 1, 0, 0, 0, 0, 1, 1, 0, 1, 1, 0, 0, 0, 0, 0, 0,
    0, 0, 0, 0, 0, 0, 1, 0, 1, 1, 0, 0, 0, 1, 0, 0
  };

  private static LabelPredictions predictions(LossType loss) {
    return new LabelPredictions(LABELS, loss, LOGITS, TARGETS);
  }

  @Test
  void measuresSeveralLabels() {
    Map<String, Double> expected =
        Map.of(
            "accuracy", 0.8333333333333334,
            "exact-match", 0.4166666666666667,
            "macro-f1", 0.6555555555555556,
            "micro-f1", 0.7142857142857143,
            "auc", 0.8958333333333334,
            "loss", 0.4012348046254627);
    Map<String, Double> metrics = predictions(LossType.AUTO).metrics();
    assertThat(metrics).containsOnlyKeys(expected.keySet());
    expected.forEach(
        (name, value) -> assertThat(metrics.get(name)).as(name).isCloseTo(value, EXACT));
  }

  @Test
  void measuresTheSquaredError() {
    assertThat(predictions(LossType.MEAN_SQUARED_ERROR).loss())
        .isCloseTo(0.12396242664457698, EXACT);
  }

  @Test
  void countsThePredictionsOfEachLabel() {
    assertThat(predictions(LossType.AUTO).size()).isEqualTo(12);
    assertThat(predictions(LossType.AUTO).counts())
        .containsExactly(
            new LabelCounts("a", 4, 0, 2, 6),
            new LabelCounts("b", 5, 1, 1, 5),
            new LabelCounts("c", 1, 1, 3, 7),
            new LabelCounts("never", 0, 0, 0, 12));
  }

  @Test
  void leavesOutWhatIsUndefinedWithoutAnyLabel() {
    Predictions none =
        new LabelPredictions(List.of("a", "b"), LossType.AUTO, new float[] {-1, -2}, new float[2]);
    assertThat(none.metrics()).containsOnlyKeys("accuracy", "exact-match", "loss");
  }

  @Test
  void givesLossesOfExtremeLogits() {
    Predictions wrong =
        new LabelPredictions(
            List.of("a", "b"), LossType.AUTO, new float[] {-800, 800}, new float[] {1, 1});
    assertThat(wrong.loss()).isEqualTo(400);
    float[] diverged = {Float.NaN, 800};
    assertThat(
            new LabelPredictions(List.of("a", "b"), LossType.AUTO, diverged, new float[2]).loss())
        .isNaN();
  }

  @Test
  void needsALogitForEachLabel() {
    Task labels = new Task.MultiLabel("tags", List.of("a", "b"));
    assertThat(Predictions.of(labels, new float[4], new float[4]))
        .isInstanceOf(LabelPredictions.class);
    assertThatThrownBy(() -> Predictions.of(labels, new float[2], new float[4]))
        .hasMessage("logits (2) and targets (4) must be 2 for each of some examples.");
    assertThatThrownBy(() -> Predictions.of(labels, new float[0], new float[0]))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
