package org.espalier.nas.controller.hyperband;

import org.espalier.nas.testkit.SettingsContract;

class HyperbandSettingsContractTest extends SettingsContract {
  @Override
  protected Record settings() {
    return new HyperbandSettings(0, 1, 3, 0, Rounding.PAPER, true, 8);
  }
}
