package org.espalier.nas.tf.training;

import java.util.Map;
import org.espalier.nas.api.training.Adam;
import org.espalier.nas.api.training.Schedule;
import org.espalier.nas.testkit.SettingsContract;
import org.junit.jupiter.api.Nested;

class TrainingSettingsContractTest {

  @Nested
  class OfTheEvaluator extends SettingsContract {
    @Override
    protected Record settings() {
      return SettingsOf.defaults().settings();
    }
  }

  @Nested
  class OfTheOptimizer extends SettingsContract {
    @Override
    protected Record settings() {
      return new Adam(0.01);
    }
  }

  @Nested
  class OfTheSchedule extends SettingsContract {
    @Override
    protected Record settings() {
      return new Schedule.CosineSchedule(100, 0.1);
    }
  }

  @Nested
  class OfEarlyStopping extends SettingsContract {
    @Override
    protected Record settings() {
      return new EarlyStopping("validation.loss", 5, 0);
    }
  }

  @Nested
  class OfTheClassWeights extends SettingsContract {
    @Override
    protected Record settings() {
      return new ClassWeighting(ClassWeighting.Type.GIVEN, Map.of("setosa", 2.0));
    }
  }
}
