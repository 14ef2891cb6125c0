package org.espalier.nas.controller.nsga2;

import org.espalier.nas.testkit.SettingsContract;

class Nsga2SettingsContractTest extends SettingsContract {
  @Override
  protected Record settings() {
    return new Nsga2Settings(50, 0.9, 1, 100);
  }
}
