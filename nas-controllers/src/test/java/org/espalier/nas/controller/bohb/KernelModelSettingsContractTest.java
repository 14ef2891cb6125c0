package org.espalier.nas.controller.bohb;

import org.espalier.nas.controller.bohb.KernelModelSettings.Bandwidth;
import org.espalier.nas.testkit.SettingsContract;

class KernelModelSettingsContractTest extends SettingsContract {
  @Override
  protected Record settings() {
    return new KernelModelSettings(
        0.3333, 0.1, 10, 0.15, 64, 0, 1, Bandwidth.NEIGHBOURS, Bandwidth.SCOTT, 1, 0.001);
  }
}
