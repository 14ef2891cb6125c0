package org.espalier.nas.controller.cmaes;

import org.espalier.nas.testkit.SettingsContract;

class CmaEsSettingsContractTest extends SettingsContract {
  @Override
  protected Record settings() {
    return new CmaEsSettings(0.3, 0, true);
  }
}
