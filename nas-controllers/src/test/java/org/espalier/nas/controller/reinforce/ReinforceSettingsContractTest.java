package org.espalier.nas.controller.reinforce;

import java.util.Set;
import org.espalier.nas.testkit.SettingsContract;
import org.junit.jupiter.api.Nested;

class ReinforceSettingsContractTest {

  @Nested
  class OfTheController extends SettingsContract {
    @Override
    protected Record settings() {
      return Settings.usual().build();
    }

    /** Returns scoreHigh, which must lie above scoreLow and has the same range. */
    @Override
    protected Set<String> boundedByOthers() {
      return Set.of("scoreHigh");
    }
  }

  @Nested
  class OfTheBaseline extends SettingsContract {
    @Override
    protected Record settings() {
      return new BaselineSettings(BaselineSettings.Type.MOVING_AVERAGE, 0.5, 0.9, 20);
    }
  }
}
