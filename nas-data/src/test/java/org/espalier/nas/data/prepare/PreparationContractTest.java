package org.espalier.nas.data.prepare;

import org.espalier.nas.testkit.SettingsContract;
import org.junit.jupiter.api.Nested;

class PreparationContractTest {

  @Nested
  class OfTheTable extends SettingsContract {
    @Override
    protected Record settings() {
      return Preparation.standard();
    }
  }

  @Nested
  class OfTheSplit extends SettingsContract {
    @Override
    protected Record settings() {
      return Split.standard();
    }

    /** Companion settings: a part may take nearly everything if the other takes next to nothing. */
    @Override
    protected Record settingsFor(String setting) {
      return setting.equals("test") ? Split.random(Double.MIN_VALUE, 0, true, null) : settings();
    }
  }
}
