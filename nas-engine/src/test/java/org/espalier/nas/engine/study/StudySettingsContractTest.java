package org.espalier.nas.engine.study;

import org.espalier.nas.testkit.SettingsContract;
import org.junit.jupiter.api.Nested;

class StudySettingsContractTest {

  @Nested
  class OfTheStudy extends SettingsContract {
    @Override
    protected Record settings() {
      return new StudySettings("flowers", 1, 2, 0, Budget.trials(10), false, TrialSeeds.NUMBER);
    }
  }

  @Nested
  class OfTheBudget extends SettingsContract {
    @Override
    protected Record settings() {
      return Budget.trials(10);
    }
  }
}
