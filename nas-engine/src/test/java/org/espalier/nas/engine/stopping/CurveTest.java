package org.espalier.nas.engine.stopping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import org.espalier.nas.api.trial.Measurement;
import org.espalier.nas.engine.metric.Goal;
import org.junit.jupiter.api.Test;

class CurveTest {

  private static final List<Measurement> MEASURED =
      List.of(
          new Measurement(1, Map.of("loss", Double.NaN)),
          new Measurement(2, Map.of("loss", 4.0)),
          new Measurement(3, Map.of()),
          new Measurement(4, Map.of("loss", 1.0)),
          new Measurement(6, Map.of("loss", 2.5)));

  @Test
  void scoresAreMoreTheBetter() {
    Curve curve = Curve.of(MEASURED, "loss", Goal.AUTO);

    assertThat(curve.last()).isEqualTo(-2.5);
    assertThat(curve.bestUntil(6)).isEqualTo(-1);
    assertThat(curve.meanUntil(6)).isCloseTo(-2.5, within(1e-15));
    assertThat(curve.finiteSteps()).containsExactly(2, 4, 6);
    assertThat(curve.finiteScores()).containsExactly(-4, -1, -2.5);
  }

  @Test
  void laterEpochsDoNotCount() {
    Curve curve = Curve.of(MEASURED, "loss", Goal.AUTO);

    assertThat(curve.bestUntil(1)).isNaN();
    assertThat(curve.meanUntil(1)).isNaN();
    assertThat(curve.bestUntil(0)).isNaN();
    assertThat(curve.bestUntil(3)).isEqualTo(-4);
    assertThat(curve.meanUntil(5)).isEqualTo(-2.5);
  }

  @Test
  void betweenTwoStepsTheNextOneIsTaken() {
    Curve curve = Curve.of(MEASURED, "loss", Goal.AUTO);

    assertThat(curve.at(1)).isNaN();
    assertThat(curve.at(3)).isEqualTo(-1);
    assertThat(curve.at(6)).isEqualTo(-2.5);
    assertThat(curve.at(7)).isNaN();
  }

  @Test
  void nothingMeasuredIsNoCurve() {
    Curve curve = Curve.of(MEASURED, "accuracy", Goal.AUTO);

    assertThat(curve.size()).isZero();
    assertThat(curve.lastStep()).isZero();
    assertThat(curve.last()).isNaN();
    assertThat(curve.lastFinite()).isNaN();
  }
}
