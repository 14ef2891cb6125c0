package org.espalier.nas.tf.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import org.assertj.core.data.Offset;
import org.espalier.nas.api.data.TargetScale;
import org.espalier.nas.api.data.Task;
import org.junit.jupiter.api.Test;

/** Expected values were computed with scikit-learn 1.9.1 from the same numbers. */
class MetricTest {
  private static final Offset<Double> EXACT = within(1e-12);

  /** 24 examples of four classes with many ties; class 3 has no example but is predicted. */
  private static final float[] LOGITS = {
    -0.25f, -1.5f, 0, 0.5f, 1, 0.75f, -0.5f, -1, 0.5f, 1.5f, 1.25f, -1, -1, 2.25f, 0, -1.5f, 0.75f,
    -1, -0.5f, -0.5f, -0.5f, 0.5f, 0.75f, -0.5f, 0.5f, 1, -0.75f, -0.5f, -1, 0.75f, -1.5f, 0, 0.75f,
    -0.5f, -1, -0.5f, -0.25f, -1.5f, 0, -1, 1, 1.25f, -2, 0.5f, -1, 0, 0.75f, -2, 0, 0.25f, 1, -1,
    0.5f, -0.25f, -0.5f, -1, 2.25f, 0.5f, 2.5f, 0.5f, 1, 1, 0.25f, 0, 2.25f, -0.5f, 0, 0, 0.5f,
    0.25f, 0, 0, 0, -1, 1.75f, -1.5f, -1, -1.5f, 1.75f, -0.5f, -1, -0.25f, 0.5f, -1, -0.75f, 0.5f,
    -1, -0.5f, 0, 0.25f, 0, 1.5f, -0.5f, -1.5f, -1.25f, 0
  };

  private static final float[] TARGETS = {
    0, 1, 2, 1, 0, 2, 2, 1, 0, 0, 1, 2, 1, 1, 0, 2, 0, 1, 2, 2, 1, 0, 1, 2
  };

  @Test
  void measuresFourClassesOfWhichOneIsAbsent() {
    ClassPredictions predictions = new ClassPredictions(4, LOGITS, TARGETS);
    assertMetrics(
        predictions,
        Map.of(
            "accuracy", 0.4166666666666667,
            "balanced-accuracy", 0.42063492063492064,
            "macro-f1", 0.33214285714285713,
            "auc", 0.7555395074696545,
            "loss", 1.0826757183381994));
    assertThat(counts(predictions.confusion()))
        .isDeepEqualTo(new long[][] {{3, 1, 2, 1}, {3, 3, 2, 1}, {1, 2, 4, 1}, {0, 0, 0, 0}});
  }

  @Test
  void measuresThreeClasses() {
    assertMetrics(
        new ClassPredictions(3, firstColumns(3), TARGETS),
        Map.of(
            "accuracy", 0.4583333333333333,
            "balanced-accuracy", 0.4576719576719577,
            "macro-f1", 0.4568627450980392,
            "auc", 0.7493352201991907,
            "loss", 0.8846770584826031));
  }

  @Test
  void measuresTwoClassesWithOneLogitAndTies() {
    float[] logits = {-1, 0.5f, 2, 0.5f, 0.5f, -2, 0.5f, -1, 3, 0, 0, -0.5f, 1.5f, -0.25f};
    float[] targets = {0, 1, 1, 0, 1, 0, 0, 1, 1, 0, 1, 0, 1, 1};
    Map<String, Double> expected =
        Map.of(
            "accuracy", 0.6428571428571429,
            "balanced-accuracy", 0.6458333333333333,
            "macro-f1", 0.641025641025641,
            "auc", 0.75,
            "loss", 0.5509284806127251);
    assertMetrics(new ClassPredictions(2, logits, targets), expected);
    float[] asTwo = new float[2 * logits.length];
    for (int i = 0; i < logits.length; i++) {
      asTwo[2 * i] = 4;
      asTwo[2 * i + 1] = logits[i] + 4;
    }
    assertMetrics(new ClassPredictions(2, asTwo, targets), expected);
  }

  @Test
  void measuresNumbers() {
    assertMetrics(
        new NumberPredictions(
            new float[] {2.5f, 0, 2, 8, 4, -0.75f}, new float[] {3, -0.5f, 2, 7, 4.25f, 0}),
        Map.of(
            "r2", 0.9454691259021653,
            "rmse", 0.5951190357119042,
            "mae", 0.5,
            "loss", 0.3541666666666667));
  }

  @Test
  void measuresScaledNumbersInTheUnitsOfTheData() {
    float[] predicted = {0.5f, -1, 2};
    float[] targets = {0, -1, 1};
    TargetScale linear = new TargetScale(TargetScale.Kind.STANDARDIZE, 1e6, 100);
    assertMetrics(
        new NumberPredictions(linear, predicted, targets),
        Map.of("r2", 0.375, "rmse", 100 * Math.sqrt(1.25 / 3), "mae", 50.0, "loss", 1.25 / 3));
    TargetScale log = new TargetScale(TargetScale.Kind.LOG, 1, 2);
    NumberPredictions exponential = new NumberPredictions(log, predicted, targets);
    double mae = (Math.exp(2) - Math.exp(1) + Math.exp(5) - Math.exp(3)) / 3;
    assertThat(exponential.mae()).isCloseTo(mae, Offset.offset(1e-9));
    assertThat(exponential.loss()).isEqualTo(1.25 / 3);
  }

  @Test
  void metricsOfAnExponentialThatOverflowsAreFinite() {
    TargetScale log = new TargetScale(TargetScale.Kind.LOG, 1, 2);
    NumberPredictions far = new NumberPredictions(log, new float[] {1e6f, 0}, new float[] {1, 0});
    assertThat(far.metrics().values()).allSatisfy(value -> assertThat(value).isFinite());
  }

  @Test
  void givesRSquaredOfEqualTargets() {
    float[] twos = {2, 2, 2};
    assertThat(new NumberPredictions(twos, twos).r2()).isEqualTo(1);
    assertThat(new NumberPredictions(new float[] {2, 2, 3}, twos).r2()).isZero();
  }

  @Test
  void leavesTheAreaOutIfThereIsOneClassOnly() {
    Predictions one = new ClassPredictions(2, new float[] {0.5f, -1}, new float[] {1, 1});
    assertThat(Metric.AUC.of(one)).isEmpty();
    assertThat(one.metrics()).containsOnlyKeys("accuracy", "balanced-accuracy", "macro-f1", "loss");
  }

  @Test
  void ranksConfidentPredictionsThatRoundToTheSameProbability() {
    float[] logits = {40, 50, 60, 70};
    Predictions confident = new ClassPredictions(2, logits, new float[] {0, 0, 1, 1});
    assertThat(Metric.AUC.of(confident)).hasValue(1);
  }

  @Test
  void givesLossesOfExtremeLogits() {
    Predictions wrong = new ClassPredictions(2, new float[] {-800, 800}, new float[] {1, 1});
    assertThat(wrong.loss()).isEqualTo(400);
  }

  @Test
  void showsThatPredictionsDiverged() {
    Predictions diverged = new ClassPredictions(2, new float[] {Float.NaN, 1}, new float[] {1, 0});
    assertThat(diverged.loss()).isNaN();
  }

  @Test
  void fitsPredictionsToTheTask() {
    Task classes = new Task.Classification("kind", List.of("a", "b", "c"));
    assertThat(Predictions.of(classes, new float[6], new float[2]))
        .isInstanceOf(ClassPredictions.class);
    assertThat(Predictions.of(new Task.Regression("y"), new float[2], new float[2]))
        .isInstanceOf(NumberPredictions.class);
    assertThatThrownBy(() -> Predictions.of(classes, new float[5], new float[2]))
        .hasMessage("logits (5) do not fit 2 examples of 3 classes.");
  }

  private static void assertMetrics(Predictions predictions, Map<String, Double> expected) {
    Map<String, Double> metrics = predictions.metrics();
    assertThat(metrics).containsOnlyKeys(expected.keySet());
    expected.forEach(
        (name, value) -> assertThat(metrics.get(name)).as(name).isCloseTo(value, EXACT));
  }

  private static float[] firstColumns(int classes) {
    float[] first = new float[TARGETS.length * classes];
    for (int i = 0; i < first.length; i++) {
      first[i] = LOGITS[i / classes * 4 + i % classes];
    }
    return first;
  }

  private static long[][] counts(ConfusionMatrix matrix) {
    long[][] counts = new long[matrix.classes()][matrix.classes()];
    for (int actual = 0; actual < counts.length; actual++) {
      for (int predicted = 0; predicted < counts.length; predicted++) {
        counts[actual][predicted] = matrix.count(actual, predicted);
      }
    }
    return counts;
  }
}
