package org.espalier.nas.controller.density;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.espalier.nas.api.space.Categorical;
import org.espalier.nas.api.space.Choice;
import org.espalier.nas.api.space.Decision;
import org.junit.jupiter.api.Test;

final class SmoothedOptionTest {
  private static final Categorical DOMAIN = Categorical.of(List.of("a", "b", "c"));
  private static final Decision ALL = new Decision("option", DOMAIN);
  private static final Decision MASKED = new Decision("option", DOMAIN.allowing(List.of(0, 2)));

  private static double probability(SmoothedOption kernel, Decision asked, int index) {
    return Math.exp(kernel.logDensity(DensityAxis.of(ALL).answer(0, asked, ALL.choose(index))));
  }

  @Test
  void thePeakIsLikelier() {
    SmoothedOption kernel = new SmoothedOption(1, 0.25, 1.25);

    assertThat(probability(kernel, ALL, 1)).isCloseTo(1.25 / 1.75, within(1e-15));
    assertThat(probability(kernel, ALL, 0)).isCloseTo(0.25 / 1.75, within(1e-15));
  }

  @Test
  void whatIsMaskedTakesNoProbability() {
    assertThat(probability(new SmoothedOption(1, 0.25, 1.25), MASKED, 0))
        .isCloseTo(0.5, within(1e-15));
    assertThat(probability(new SmoothedOption(2, 0.25, 1.25), MASKED, 2))
        .isCloseTo(1.25 / 1.5, within(1e-15));
  }

  /** 10,000 draws: within 6 standard deviations (6 × 0.0037) of the probability. */
  @Test
  void drawsOnlyWhatIsAskedAsOftenAsItShould() {
    SmoothedOption kernel = new SmoothedOption(2, 0.25, 1.25);
    RandomGenerator random = new SplittableRandom(1);
    int peaks = 0;
    for (int i = 0; i < 10_000; i++) {
      Choice drawn = kernel.draw(MASKED, random);
      assertThat(MASKED.admits(drawn)).isTrue();
      peaks += drawn.text().equals("c") ? 1 : 0;
    }

    assertThat(peaks / 10_000.0).isCloseTo(1.25 / 1.5, within(0.0224));
  }
}
