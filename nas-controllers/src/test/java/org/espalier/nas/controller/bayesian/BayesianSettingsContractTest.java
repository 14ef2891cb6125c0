package org.espalier.nas.controller.bayesian;

import org.espalier.nas.testkit.SettingsContract;

class BayesianSettingsContractTest extends SettingsContract {
  @Override
  protected Record settings() {
    return Searches.settings(SurrogateSettings.Type.GAUSSIAN_PROCESS, 4);
  }
}
