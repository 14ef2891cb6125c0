package org.espalier.nas.controller.bayesian;

import org.espalier.nas.testkit.SettingsContract;

class AcquisitionSettingsContractTest extends SettingsContract {
  @Override
  protected Record settings() {
    return new AcquisitionSettings(AcquisitionSettings.Type.LOG_EI, 0, 4);
  }
}
