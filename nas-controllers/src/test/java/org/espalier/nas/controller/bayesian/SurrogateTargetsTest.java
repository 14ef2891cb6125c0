package org.espalier.nas.controller.bayesian;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

final class SurrogateTargetsTest {
  private static final double[] REWARDS = {0.9, -1000, 0.7, 0.8, 0.1, -5, 0.6};

  private static SurrogateTargets targets(double... rewards) {
    return SurrogateTargets.of(rewards);
  }

  @Test
  void areStandardised() {
    double[] values = targets(REWARDS).values();

    assertThat(Arrays.stream(values).average().orElseThrow()).isCloseTo(0, within(1e-12));
    assertThat(Arrays.stream(values).map(value -> value * value).average().orElseThrow())
        .isCloseTo(1, within(1e-12));
  }

  /** The upper half, from 0.6, keeps its distances; −1000 is only the worst. */
  @Test
  void theBetterHalfStaysAsItIsAndTheWorseIsRanked() {
    double[] values = targets(REWARDS).values();
    double unit = values[0] - values[3];

    assertThat(values[3] - values[2]).isCloseTo(unit, within(1e-9));
    assertThat(values[2] - values[6]).isCloseTo(unit, within(1e-9));
    assertThat(values[6]).isGreaterThan(values[4]);
    assertThat(values[4]).isGreaterThan(values[5]);
    assertThat(values[5]).isGreaterThan(values[1]).isLessThan(values[1] + 10 * unit);
  }

  @Test
  void areReadBackAsRewards() {
    SurrogateTargets targets = targets(REWARDS);
    for (int i = 0; i < REWARDS.length; i++) {
      assertThat(targets.reward(targets.values()[i])).isCloseTo(REWARDS[i], within(1e-9));
    }
    double best = targets.values()[0];
    assertThat(targets.reward(best + (best - targets.values()[3]))).isCloseTo(1, within(1e-9));
    assertThat(targets.reward(-100)).isEqualTo(-1000);
  }

  @Test
  void whatFailedCountsAsTheWorst() {
    double[] values = targets(0.5, Double.NaN, 0.2, 0.9).values();

    assertThat(values[1]).isEqualTo(values[2]);
  }

  @Test
  void sizesThatOverflowOrVanishDoNoHarm() {
    double[] huge = targets(1e308, -1e308, 5e307).values();
    double[] tiny = targets(1e-308, -1e-308, 5e-309).values();

    assertThat(huge).containsExactly(targets(1, -1, 0.5).values(), within(1e-12));
    assertThat(tiny).containsExactly(huge, within(1e-9));
  }

  @Test
  void equalRewardsAreAllAverage() {
    SurrogateTargets targets = targets(0.3, 0.3, Double.NaN);

    assertThat(targets.values()).containsOnly(0);
    assertThat(targets.reward(0)).isCloseTo(0.3, within(1e-12));
    assertThat(targets.reward(1)).isCloseTo(0.3, within(1e-12));
  }
}
