package org.espalier.nas.engine.metric;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.espalier.nas.api.trial.Measurement;
import org.junit.jupiter.api.Test;

class MetricChoiceTest {

  private static List<Measurement> measured(String... metrics) {
    return List.of(metrics).stream()
        .map(metric -> new Measurement(1, Map.of(metric, 0.5)))
        .toList();
  }

  @Test
  void autoTakesAccuracyAndThenR2() {
    MetricChoice auto = new MetricChoice(MetricChoice.AUTO);

    assertThat(auto.in(measured("validation.r2", "validation.accuracy")))
        .contains("validation.accuracy");
    assertThat(auto.in(measured("loss", "validation.r2"))).contains("validation.r2");
    assertThat(auto.in(measured("loss"))).isEmpty();
    assertThat(auto).hasToString("validation.accuracy or validation.r2");
  }

  @Test
  void aNameIsTakenIfItIsMeasured() {
    assertThat(new MetricChoice("loss").in(measured("loss", "validation.accuracy")))
        .contains("loss");
    assertThat(new MetricChoice("f1").in(measured("loss"))).isEmpty();
  }

  @Test
  void lessOfALossIsBetter() {
    assertThat(Goal.AUTO.score("validation.loss", 2)).isEqualTo(-2);
    assertThat(Goal.AUTO.score("validation.mae", 2)).isEqualTo(-2);
    assertThat(Goal.AUTO.score("validation.auc", 2)).isEqualTo(2);
    assertThat(Goal.MAXIMIZE.score("validation.loss", 2)).isEqualTo(2);
    assertThat(Goal.MINIMIZE.score("error", 2)).isEqualTo(-2);
  }
}
