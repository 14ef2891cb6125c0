package org.espalier.nas.searchspace.hyperparameters;

import java.util.Set;
import org.espalier.nas.api.space.Scale;
import org.espalier.nas.testkit.SettingsContract;
import org.junit.jupiter.api.Nested;

class ParameterSettingsContractTest {

  @Nested
  class OfTheSpace extends SettingsContract {
    @Override
    protected Record settings() {
      return Parameters.mixed();
    }
  }

  @Nested
  class OfWholeNumbers extends SettingsContract {
    @Override
    protected Record settings() {
      return new IntegerParameter(1, 9, 2, Scale.LINEAR, null);
    }

    @Override
    protected Set<String> boundedByOthers() {
      return Set.of("high");
    }
  }

  @Nested
  class OfRealNumbers extends SettingsContract {
    @Override
    protected Record settings() {
      return new RealParameter(0.1, 0.9, 0.2, Scale.LINEAR, null);
    }

    @Override
    protected Set<String> boundedByOthers() {
      return Set.of("high");
    }
  }
}
