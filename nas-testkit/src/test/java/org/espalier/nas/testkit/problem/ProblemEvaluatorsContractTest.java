package org.espalier.nas.testkit.problem;

import org.espalier.nas.api.evaluation.Evaluator;
import org.espalier.nas.api.space.SearchSpace;
import org.espalier.nas.problem.ConditionalFunctionEvaluator;
import org.espalier.nas.problem.ConditionalFunctionSettings;
import org.espalier.nas.problem.ConditionalProblems;
import org.espalier.nas.problem.NkLandscapeEvaluator;
import org.espalier.nas.problem.NkLandscapeSettings;
import org.espalier.nas.problem.RealFunction;
import org.espalier.nas.problem.TestFunctionEvaluator;
import org.espalier.nas.problem.TestFunctionSettings;
import org.espalier.nas.testkit.EvaluatorContract;
import org.espalier.nas.testkit.space.TokenSpace;
import org.junit.jupiter.api.Nested;

/**
 * The contract of the problems' evaluators; in this module, as nas-problems cannot use the
 * contracts of a module that uses it.
 */
class ProblemEvaluatorsContractTest {

  @Nested
  class Function extends WithNoise {
    @Override
    protected Evaluator evaluator() {
      return new TestFunctionEvaluator(
          new TestFunctionSettings(TestFunctionSettings.Function.HARTMANN6, 0.1, 3, 0.5), space());
    }

    @Override
    protected SearchSpace space() {
      return RealFunction.hartmann6().plain(1).space();
    }
  }

  @Nested
  class Conditional extends WithNoise {
    @Override
    protected Evaluator evaluator() {
      return new ConditionalFunctionEvaluator(
          new ConditionalFunctionSettings(
              ConditionalFunctionSettings.Function.OPTIMIZER, 3, 0.1, 3, 0.5),
          space());
    }

    @Override
    protected SearchSpace space() {
      return ConditionalProblems.optimizer(3).space();
    }
  }

  @Nested
  class Landscape extends WithNoise {
    @Override
    protected Evaluator evaluator() {
      return new NkLandscapeEvaluator(new NkLandscapeSettings(2, 7, 0.1, 3, 0.5), space());
    }

    @Override
    protected SearchSpace space() {
      return new TokenSpace(5, 3);
    }
  }

  @Nested
  class LandscapeWithoutNoise extends EvaluatorContract {
    @Override
    protected Evaluator evaluator() {
      return new NkLandscapeEvaluator(new NkLandscapeSettings(0, 7, 0, 1, 0), space());
    }

    @Override
    protected SearchSpace space() {
      return new TokenSpace(5, 3);
    }

    @Override
    protected boolean longerTrialsBeginAlike() {
      return true;
    }
  }

  abstract static class WithNoise extends EvaluatorContract {
    @Override
    protected boolean drawsFromTheSeed() {
      return true;
    }

    @Override
    protected boolean longerTrialsBeginAlike() {
      return true;
    }
  }
}
