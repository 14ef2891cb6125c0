package org.espalier.nas.controller.hyperband;

import org.espalier.nas.testkit.SettingsContract;

class SuccessiveHalvingSettingsContractTest extends SettingsContract {
  @Override
  protected Record settings() {
    return new SuccessiveHalvingSettings(16, 1, 0, 2, 0, true, 8);
  }
}
