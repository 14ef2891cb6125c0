package org.espalier.nas.tf.latency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.espalier.nas.api.InvalidSettingException;
import org.espalier.nas.api.evaluation.Direction;
import org.espalier.nas.api.objective.Objective;
import org.espalier.nas.testkit.SettingsContract;
import org.junit.jupiter.api.Test;

class LatencySettingsTest extends SettingsContract {
  @Override
  protected Record settings() {
    return LatencySettings.measured();
  }

  private static LatencySettings named(String name, int batch) {
    return new LatencySettings(name, batch, 60, 150, 0.05, 3, 8.0);
  }

  @Test
  void theNameTellsTheBatchUnlessItIsGiven() {
    assertThat(LatencySettings.measured().objective())
        .isEqualTo(new Objective("latency", Direction.MINIMIZE, "ms", null, false));
    assertThat(named(null, 32).objective())
        .isEqualTo(new Objective("latency.batch32", Direction.MINIMIZE, "ms", 8.0, false));
    assertThat(named("cpu", 32).objective().name()).isEqualTo("cpu");
  }

  @Test
  void aBlankNameIsRefused() {
    assertThatThrownBy(() -> named(" ", 1))
        .isInstanceOf(InvalidSettingException.class)
        .hasMessage("name must not be blank. Leave it out for the default.");
  }
}
