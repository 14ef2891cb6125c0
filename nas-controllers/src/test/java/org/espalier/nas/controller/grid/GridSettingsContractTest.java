package org.espalier.nas.controller.grid;

import java.util.Map;
import org.espalier.nas.testkit.SettingsContract;

class GridSettingsContractTest extends SettingsContract {
  @Override
  protected Record settings() {
    return new GridSettings(GridSettings.Order.LEXICOGRAPHIC, 5, Map.of(), 20, 8);
  }
}
