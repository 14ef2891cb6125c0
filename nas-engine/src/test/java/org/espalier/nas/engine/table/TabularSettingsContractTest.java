package org.espalier.nas.engine.table;

import org.espalier.nas.engine.table.TabularSettings.Clock;
import org.espalier.nas.engine.table.TabularSettings.Noise;
import org.espalier.nas.testkit.SettingsContract;

class TabularSettingsContractTest extends SettingsContract {
  @Override
  protected Record settings() {
    return new TabularSettings(null, "wine-mlp", Noise.SEED, Clock.NONE, 0);
  }
}
