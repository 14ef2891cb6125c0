package org.espalier.nas.engine.stopping;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.espalier.nas.api.InvalidSettingException;
import org.espalier.nas.engine.metric.Goal;
import org.espalier.nas.engine.stopping.ThresholdSettings.Reference;
import org.espalier.nas.testkit.SettingsContract;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class StoppingSettingsContractTest {

  @Test
  void aMetricHasAName() {
    assertThatThrownBy(() -> new MedianSettings(" ", Goal.AUTO, 0, 1, 1))
        .isInstanceOf(InvalidSettingException.class)
        .hasMessage("metric must not be blank; auto chooses by what is measured.");
  }

  @Nested
  class Median extends SettingsContract {
    @Override
    protected Record settings() {
      return new MedianSettings("auto", Goal.AUTO, 0, 5, 1);
    }
  }

  @Nested
  class Patience extends SettingsContract {
    @Override
    protected Record settings() {
      return new PatienceSettings("auto", Goal.AUTO, 5, 0);
    }
  }

  @Nested
  class Threshold extends SettingsContract {
    @Override
    protected Record settings() {
      return new ThresholdSettings("auto", null, null, 1, null, Reference.FIRST);
    }
  }

  @Nested
  class SuccessiveHalving extends SettingsContract {
    @Override
    protected Record settings() {
      return new SuccessiveHalvingStoppingSettings("auto", Goal.AUTO, 1, 3);
    }
  }

  @Nested
  class LearningCurve extends SettingsContract {
    @Override
    protected Record settings() {
      return new LearningCurveSettings("auto", Goal.AUTO, 0.05, 5, 1);
    }
  }
}
