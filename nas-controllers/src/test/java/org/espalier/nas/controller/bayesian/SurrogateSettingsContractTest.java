package org.espalier.nas.controller.bayesian;

import org.espalier.nas.testkit.SettingsContract;

class SurrogateSettingsContractTest extends SettingsContract {
  @Override
  protected Record settings() {
    return new SurrogateSettings(SurrogateSettings.Type.GAUSSIAN_PROCESS, 1, 250, 50);
  }
}
