package org.espalier.nas.engine.table;

import java.nio.file.Path;
import org.espalier.nas.api.evaluation.Evaluator;
import org.espalier.nas.api.space.SearchSpace;
import org.espalier.nas.engine.study.TokenSpace;
import org.espalier.nas.engine.table.TabularSettings.Clock;
import org.espalier.nas.engine.table.TabularSettings.Noise;
import org.espalier.nas.testkit.EvaluatorContract;
import org.junit.jupiter.api.Nested;

class TabularEvaluatorContractTest {

  @Nested
  class OfOneSeed extends OfTokens {
    OfOneSeed() {
      super(Noise.SEED, Clock.NONE);
    }

    @Override
    protected boolean drawsFromTheSeed() {
      return true;
    }
  }

  @Nested
  class OfTheMeanWithRecordedTimes extends OfTokens {
    OfTheMeanWithRecordedTimes() {
      super(Noise.MEAN, Clock.RECORDED);
    }
  }

  abstract static class OfTokens extends EvaluatorContract {
    private final Path file;
    private final Noise noise;
    private final Clock clock;
    private final TableLibrary library = new TableLibrary();

    OfTokens(Noise noise, Clock clock) {
      this.noise = noise;
      this.clock = clock;
      // The suite tries trials of up to two epochs more than its usual three.
      this.file = Tables.file(Tables.sound(space(), 5));
    }

    @Override
    protected Evaluator evaluator() {
      return new TabularEvaluator(
          new TabularSettings(file, "wine-mlp", noise, clock, 0), space(), library);
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
