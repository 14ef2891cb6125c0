package org.espalier.nas.engine.evaluator;

import org.espalier.nas.api.evaluation.Evaluator;
import org.espalier.nas.api.random.RandomStreams;
import org.espalier.nas.api.space.SearchSpace;
import org.espalier.nas.engine.evaluator.HiddenArchitectureSettings.Kind;
import org.espalier.nas.engine.study.TokenSpace;
import org.espalier.nas.testkit.EvaluatorContract;
import org.junit.jupiter.api.Nested;

class HiddenArchitectureContractTest {

  @Nested
  class Exact extends OfTokens {
    Exact() {
      super(new HiddenArchitectureSettings(null, Kind.EXACT, 0, 3, 0));
    }
  }

  @Nested
  class GradedWithNoise extends OfTokens {
    GradedWithNoise() {
      super(new HiddenArchitectureSettings(null, Kind.GRADED, 0.5, 3, 1));
    }

    @Override
    protected boolean drawsFromTheSeed() {
      return true;
    }
  }

  abstract static class OfTokens extends EvaluatorContract {
    private final HiddenArchitectureSettings settings;

    OfTokens(HiddenArchitectureSettings settings) {
      this.settings = settings;
    }

    @Override
    protected Evaluator evaluator() {
      return new HiddenArchitecture(settings, space(), new RandomStreams(3));
    }

    @Override
    protected SearchSpace space() {
      return TokenSpace.ofLength(4);
    }

    @Override
    protected boolean longerTrialsBeginAlike() {
      return true;
    }
  }
}
