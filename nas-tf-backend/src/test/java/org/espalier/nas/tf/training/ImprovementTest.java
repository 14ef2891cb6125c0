package org.espalier.nas.tf.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.espalier.nas.api.NasException;
import org.espalier.nas.api.trial.Measurement;
import org.junit.jupiter.api.Test;

class ImprovementTest {

  private static Measurement epoch(int epoch, double value) {
    return new Measurement(epoch, Map.of("m", value));
  }

  @Test
  void countsTheEpochsSinceTheBest() {
    Improvement loss = new Improvement("m", true, 0);

    assertThat(loss.observe(epoch(1, 0.9))).isTrue();
    assertThat(loss.observe(epoch(2, 0.7))).isTrue();
    assertThat(loss.observe(epoch(3, 0.7))).isFalse();
    assertThat(loss.observe(epoch(4, 0.8))).isFalse();
    assertThat(loss.epochsWithout()).isEqualTo(2);
    assertThat(loss.observe(epoch(5, 0.6))).isTrue();
    assertThat(loss.epochsWithout()).isZero();
  }

  @Test
  void whatIsBetterByLessThanTheDeltaDoesNotCount() {
    Improvement accuracy = new Improvement("m", false, 0.01);
    accuracy.observe(epoch(1, 0.5));

    assertThat(accuracy.observe(epoch(2, 0.505))).isFalse();
    assertThat(accuracy.observe(epoch(3, 0.52))).isTrue();
  }

  @Test
  void aMetricThatWasNotMeasuredIsAnError() {
    Improvement other = new Improvement("validation.auc", false, 0);

    assertThatThrownBy(() -> other.observe(epoch(1, 0.5)))
        .isInstanceOf(NasException.class)
        .hasMessage("The metric validation.auc was not measured.");
  }
}
