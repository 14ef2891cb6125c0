package org.espalier.nas.controller.quasirandom;

import org.espalier.nas.controller.quasirandom.QuasiRandomSettings.Sequence;
import org.espalier.nas.testkit.SettingsContract;

class QuasiRandomSettingsContractTest extends SettingsContract {
  @Override
  protected Record settings() {
    return new QuasiRandomSettings(Sequence.SOBOL, true, 10);
  }
}
