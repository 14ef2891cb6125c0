package org.espalier.nas.controller.bayesian.gp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class ExponentialTest {

  @Test
  void isAccurateToFifteenDigits() {
    SplittableRandom random = new SplittableRandom(1);
    for (int i = 0; i < 100_000; i++) {
      double number = -StrictMath.pow(10, random.nextDouble(-12, 2.84));
      assertThat(Exponential.of(number))
          .as("e to the power of %s", number)
          .isCloseTo(StrictMath.exp(number), withinPercentage(1e-13));
    }
  }

  @Test
  void isOneAtZeroAndNothingFarBelow() {
    assertThat(Exponential.of(0)).isEqualTo(1);
    assertThat(Exponential.of(-0.0)).isEqualTo(1);
    assertThat(Exponential.of(-701)).isZero();
    assertThat(Exponential.of(Double.NEGATIVE_INFINITY)).isZero();
    assertThat(Exponential.of(Double.NaN)).isNaN();
  }
}
