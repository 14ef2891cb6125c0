package org.espalier.nas.controller.cmaes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class StrategyParametersTest {

  @ParameterizedTest
  @CsvSource({"1, 4", "2, 6", "5, 8", "10, 10", "40, 15"})
  void thePopulationGrowsWithTheDimension(int dimension, int population) {
    assertThat(StrategyParameters.population(dimension)).isEqualTo(population);
  }

  /** Table 1 of the tutorial, worked out for n = 5. */
  @Test
  void areThoseOfTheTutorial() {
    StrategyParameters parameters = StrategyParameters.of(5, 8);

    assertThat(parameters.parents()).isEqualTo(4);
    assertThat(parameters.effectiveParents()).isCloseTo(2.6001788261, within(1e-9));
    assertThat(parameters.stepCumulation()).isCloseTo(0.3650883761, within(1e-9));
    assertThat(parameters.stepDamping()).isCloseTo(1.3650883761, within(1e-9));
    assertThat(parameters.cumulation()).isCloseTo(0.4501995580, within(1e-9));
    assertThat(parameters.rankOne()).isCloseTo(0.0472923042, within(1e-9));
    assertThat(parameters.rankMany()).isCloseTo(0.0478590496, within(1e-9));
    assertThat(parameters.expectedLength()).isCloseTo(2.128523756, within(1e-6));
  }

  @Test
  void thePositiveWeightsAddUpToOneAndTheNegativeAreBounded() {
    StrategyParameters parameters = StrategyParameters.of(5, 8);
    double positive = parameters.weights().stream().filter(w -> w > 0).mapToDouble(w -> w).sum();
    double negative = -parameters.weights().stream().filter(w -> w < 0).mapToDouble(w -> w).sum();

    assertThat(positive).isCloseTo(1, within(1e-12));
    assertThat(negative)
        .isPositive()
        .isLessThanOrEqualTo(1 + parameters.rankOne() / parameters.rankMany() + 1e-12);
    assertThat(parameters.weights()).isSortedAccordingTo((a, b) -> Double.compare(b, a));
  }
}
