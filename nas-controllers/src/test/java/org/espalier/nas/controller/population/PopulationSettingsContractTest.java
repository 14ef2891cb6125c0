package org.espalier.nas.controller.population;

import org.espalier.nas.testkit.SettingsContract;

class PopulationSettingsContractTest extends SettingsContract {
  @Override
  protected Record settings() {
    return new PopulationSettings(
        10, 1, 0, PopulationSettings.Exploit.TRUNCATION, 0.2, 0.8, 0.25, 1);
  }
}
