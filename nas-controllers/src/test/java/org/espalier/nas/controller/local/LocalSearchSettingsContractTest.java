package org.espalier.nas.controller.local;

import org.espalier.nas.testkit.SettingsContract;

class LocalSearchSettingsContractTest extends SettingsContract {
  @Override
  protected Record settings() {
    return new LocalSearchSettings(LocalSearchSettings.Acceptance.FIRST, 10, 3, 8, 100);
  }
}
