package org.espalier.nas.controller.reinforce;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.espalier.nas.api.InvalidSettingException;
import org.junit.jupiter.api.Test;

final class BaselineTest {

  private static double after(BaselineSettings.Type type, double[]... batches) {
    Baseline baseline = new Baseline(new BaselineSettings(type, 0.5, 0.8));
    for (double[] batch : batches) {
      baseline.update(batch);
    }
    return baseline.value();
  }

  @Test
  void aConstantStays() {
    assertThat(after(BaselineSettings.Type.CONSTANT, new double[] {1, 2})).isEqualTo(0.5);
  }

  @Test
  void noneIsZero() {
    assertThat(after(BaselineSettings.Type.NONE, new double[] {1, 2})).isZero();
  }

  @Test
  void aMovingAverageKeepsAShareOfItself() {
    assertThat(after(BaselineSettings.Type.MOVING_AVERAGE)).isEqualTo(0.5);
    assertThat(after(BaselineSettings.Type.MOVING_AVERAGE, new double[] {1, 2}, new double[] {0}))
        .isCloseTo(0.8 * (0.8 * 0.5 + 0.2 * 1.5), within(1e-12));
  }

  @Test
  void theBestIsTheHighestRewardOnceThereIsOne() {
    assertThat(after(BaselineSettings.Type.BEST)).isEqualTo(0.5);
    assertThat(after(BaselineSettings.Type.BEST, new double[] {0.1, 0.3})).isEqualTo(0.3);
    assertThat(after(BaselineSettings.Type.BEST, new double[] {0.1, 0.3}, new double[] {0.2}))
        .isEqualTo(0.3);
  }

  @Test
  void refusesADecayOfOne() {
    assertThatThrownBy(() -> new BaselineSettings(BaselineSettings.Type.MOVING_AVERAGE, 0.5, 1))
        .isInstanceOf(InvalidSettingException.class)
        .hasMessage("decay (1.0) must lie in [0, 1).");
  }
}
