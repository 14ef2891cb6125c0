package org.espalier.nas.controller.reinforce;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

final class ScoreScaleTest {
  private static final ScoreScale UNFITTED = new ScoreScale(0, 1, false);

  @Test
  void isFittedOnceToTheFirstRewards() {
    // Mean 0.9, deviation 0.02: 0.08 to either side.
    ScoreScale scale = UNFITTED.informedBy(rewards(0.88, 0.92));

    assertThat(scale.low()).isCloseTo(0.82, within(1e-12));
    assertThat(scale.high()).isCloseTo(0.98, within(1e-12));
    assertThat(scale.informedBy(rewards(0.1, 0.2))).isEqualTo(scale);
  }

  @Test
  void isNotFittedToFailuresAlone() {
    assertThat(UNFITTED.informedBy(List.of(OptionalDouble.empty(), OptionalDouble.of(0.3))))
        .isEqualTo(UNFITTED);
  }

  @Test
  void hasAWidthEvenIfAllRewardsAreEqual() {
    ScoreScale scale = UNFITTED.informedBy(rewards(0.7, 0.7));

    assertThat(scale.score(0.7)).isCloseTo(0.5, within(1e-9));
    assertThat(scale.high()).isGreaterThan(scale.low());
  }

  @Test
  void isFixedByTheSettings() {
    assertThat(ScoreScale.of(Settings.usual().build())).isEqualTo(new ScoreScale(0, 2, true));
  }

  @Test
  void givesBackTheRewardOfAScore() {
    ScoreScale scale = new ScoreScale(-1, 3, true);

    assertThat(scale.score(1)).isEqualTo(0.5);
    assertThat(scale.reward(0.5)).isEqualTo(1);
    assertThat(scale.score(7)).isEqualTo(1);
    assertThat(scale.score(-7)).isZero();
  }

  private static List<OptionalDouble> rewards(double... values) {
    return Arrays.stream(values).mapToObj(OptionalDouble::of).toList();
  }
}
