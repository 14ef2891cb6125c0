package org.espalier.nas.testkit.problem;

import org.espalier.nas.problem.ConditionalFunctionSettings;
import org.espalier.nas.problem.NkLandscapeSettings;
import org.espalier.nas.problem.TestFunctionSettings;
import org.espalier.nas.testkit.SettingsContract;
import org.junit.jupiter.api.Nested;

/**
 * The contract of the problems' settings; in this module, as nas-problems cannot use the contracts
 * of a module that uses it.
 */
class ProblemSettingsContractTest {

  @Nested
  class Function extends SettingsContract {
    @Override
    protected Record settings() {
      return new TestFunctionSettings(TestFunctionSettings.Function.BRANIN, 0, 1, 0);
    }
  }

  @Nested
  class Conditional extends SettingsContract {
    @Override
    protected Record settings() {
      return new ConditionalFunctionSettings(ConditionalFunctionSettings.Function.TREE, 0, 0, 1, 0);
    }
  }

  @Nested
  class Landscape extends SettingsContract {
    @Override
    protected Record settings() {
      return new NkLandscapeSettings(2, 0, 0, 1, 0);
    }
  }
}
