package org.espalier.nas.engine.evaluator;

import org.espalier.nas.engine.evaluator.HiddenArchitectureSettings.Kind;
import org.espalier.nas.testkit.SettingsContract;

class HiddenArchitectureSettingsContractTest extends SettingsContract {
  @Override
  protected Record settings() {
    return new HiddenArchitectureSettings(null, Kind.GRADED, 0, 1, 0);
  }
}
