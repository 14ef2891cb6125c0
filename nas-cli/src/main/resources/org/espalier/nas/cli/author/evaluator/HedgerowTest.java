package org.example.hedgerow;

import static org.assertj.core.api.Assertions.assertThat;

import org.espalier.nas.api.evaluation.Evaluator;
import org.espalier.nas.api.random.RandomStreams;
import org.espalier.nas.api.space.SearchSpace;
import org.espalier.nas.testkit.EvaluatorContract;
import org.espalier.nas.testkit.space.ReferenceSpace;
import org.junit.jupiter.api.Test;

/** Tests the contract of evaluators. */
class HedgerowTest extends EvaluatorContract {
  private final SearchSpace space = ReferenceSpace.MIXED.space();

  @Override
  protected SearchSpace space() {
    return space;
  }

  @Override
  protected Evaluator evaluator() {
    return landscape(1);
  }

  /** The noise does. */
  @Override
  protected boolean drawsFromTheSeed() {
    return true;
  }

  private Hedgerow landscape(long seed) {
    return new Hedgerow(new HedgerowSettings(2, 0.01, 5), space, new RandomStreams(seed));
  }

  @Test
  void eachSeedIsAnotherLandscape() {
    var architecture = space.sample(new RandomStreams(7).stream("test", 0));

    assertThat(landscape(1).worth(architecture)).isBetween(0.0, 1.0);
    assertThat(landscape(1).worth(architecture)).isEqualTo(landscape(1).worth(architecture));
    assertThat(landscape(1).worth(architecture)).isNotEqualTo(landscape(2).worth(architecture));
  }
}
