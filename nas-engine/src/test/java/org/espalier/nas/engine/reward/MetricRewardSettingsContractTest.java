package org.espalier.nas.engine.reward;

import org.espalier.nas.testkit.SettingsContract;

class MetricRewardSettingsContractTest extends SettingsContract {
  @Override
  protected Record settings() {
    return MetricRewardSettings.last("validation.accuracy");
  }
}
