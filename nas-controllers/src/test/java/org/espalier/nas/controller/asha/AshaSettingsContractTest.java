package org.espalier.nas.controller.asha;

import org.espalier.nas.testkit.SettingsContract;

class AshaSettingsContractTest extends SettingsContract {
  @Override
  protected Record settings() {
    return new AshaSettings(0, 1, 3, 0, true, 32, 8);
  }
}
