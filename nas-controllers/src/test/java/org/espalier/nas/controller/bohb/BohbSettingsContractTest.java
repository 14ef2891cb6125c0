package org.espalier.nas.controller.bohb;

import org.espalier.nas.controller.bohb.KernelModelSettings.Bandwidth;
import org.espalier.nas.controller.hyperband.Rounding;
import org.espalier.nas.testkit.SettingsContract;

class BohbSettingsContractTest extends SettingsContract {
  @Override
  protected Record settings() {
    return new BohbSettings(
        0,
        1,
        3,
        0,
        Rounding.PAPER,
        true,
        8,
        new KernelModelSettings(
            0.3333, 0.1, 10, 0.15, 64, 0, 1, Bandwidth.NEIGHBOURS, Bandwidth.SCOTT, 1, 0.001));
  }
}
