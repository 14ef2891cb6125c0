package org.espalier.nas.controller.evolution;

import org.espalier.nas.testkit.SettingsContract;

class EvolutionSettingsContractTest extends SettingsContract {
  @Override
  protected Record settings() {
    return new EvolutionSettings(20, 10, 0, true, 0, false, 8, 100);
  }
}
