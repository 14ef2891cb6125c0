package org.espalier.nas.tf.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import org.junit.jupiter.api.Test;

class FoldMeansTest {

  @Test
  void aSpreadIsTheStandardDeviationOfASample() {
    FoldMeans means = new FoldMeans();
    for (double accuracy : new double[] {2, 4, 4, 4, 5, 5, 7, 9}) {
      means.add(Map.of("accuracy", accuracy));
    }
    assertThat(means.metrics()).containsOnlyKeys("accuracy", "accuracy.spread");
    assertThat(means.metrics()).containsEntry("accuracy", 5.0);
    assertThat(means.metrics().get("accuracy.spread")).isCloseTo(2.1380899, within(1e-6));
  }

  @Test
  void aMetricThatFoldsLackIsThatOfTheOthers() {
    FoldMeans means = new FoldMeans();
    means.add(Map.of("loss", 1.0, "auc", 0.5));
    means.add(Map.of("loss", 3.0, "auc", 0.7));
    means.add(Map.of("loss", 5.0, "f1", 0.2));
    assertThat(means.metrics())
        .containsOnlyKeys("loss", "loss.spread", "auc", "auc.spread", "f1")
        .containsEntry("loss", 3.0)
        .containsEntry("loss.spread", 2.0)
        .containsEntry("auc", 0.6)
        .containsEntry("f1", 0.2);
  }

  @Test
  void equalFoldsHaveNoSpread() {
    FoldMeans means = new FoldMeans();
    means.add(Map.of("loss", 0.25));
    means.add(Map.of("loss", 0.25));
    assertThat(means.metrics()).containsEntry("loss", 0.25).containsEntry("loss.spread", 0.0);
  }
}
