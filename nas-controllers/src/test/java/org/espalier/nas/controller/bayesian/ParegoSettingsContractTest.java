package org.espalier.nas.controller.bayesian;

import org.espalier.nas.testkit.SettingsContract;

class ParegoSettingsContractTest extends SettingsContract {
  @Override
  protected Record settings() {
    return Searches.parego(1, 1000);
  }
}
