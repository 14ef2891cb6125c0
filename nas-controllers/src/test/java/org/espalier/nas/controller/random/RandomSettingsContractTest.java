package org.espalier.nas.controller.random;

import org.espalier.nas.controller.random.RandomSettings.Sampling;
import org.espalier.nas.testkit.SettingsContract;

class RandomSettingsContractTest extends SettingsContract {
  @Override
  protected Record settings() {
    return new RandomSettings(Sampling.DECISIONS, false, 10, 100);
  }
}
