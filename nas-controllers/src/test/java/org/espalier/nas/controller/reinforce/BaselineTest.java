package org.espalier.nas.controller.reinforce;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import org.espalier.nas.api.InvalidSettingException;
import org.junit.jupiter.api.Test;

final class BaselineTest {

  private static double after(BaselineSettings.Type type, double[]... batches) {
    Baseline baseline = new Baseline(new BaselineSettings(type, 0.5, 0.8, 3));
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

  /** Checks the window of the chapter's project, in which the first value counts as a reward. */
  @Test
  void aRecentMeanForgetsAllButTheLastRewards() {
    BaselineSettings.Type type = BaselineSettings.Type.RECENT_MEAN;
    assertThat(after(type)).isEqualTo(0.5);
    assertThat(after(type, new double[] {1})).isCloseTo((0.5 + 1) / 2, within(1e-12));
    assertThat(after(type, new double[] {1}, new double[] {2, 6}))
        .isCloseTo((1 + 2 + 6) / 3.0, within(1e-12));
    assertThat(after(type, new double[] {1, 2, 3, 4})).isCloseTo(3, within(1e-12));
  }

  @Test
  void theSnapshotHoldsTheRecentRewards() throws IOException {
    BaselineSettings settings =
        new BaselineSettings(BaselineSettings.Type.RECENT_MEAN, 0.1, 0.9, 2);
    Baseline baseline = new Baseline(settings);
    baseline.update(new double[] {1, 2});
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    baseline.write(new DataOutputStream(bytes));
    Baseline restored = new Baseline(settings);
    restored.read(new DataInputStream(new ByteArrayInputStream(bytes.toByteArray())));
    baseline.update(new double[] {5});
    restored.update(new double[] {5});
    assertThat(restored.value()).isEqualTo(baseline.value()).isEqualTo(3.5);
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
    assertThatThrownBy(() -> new BaselineSettings(BaselineSettings.Type.MOVING_AVERAGE, 0.5, 1, 20))
        .isInstanceOf(InvalidSettingException.class)
        .hasMessage("decay (1.0) must lie in [0, 1).");
  }
}
