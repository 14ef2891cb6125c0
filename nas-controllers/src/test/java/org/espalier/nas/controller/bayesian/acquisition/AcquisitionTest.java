package org.espalier.nas.controller.bayesian.acquisition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.espalier.nas.controller.bayesian.surrogate.Prediction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class AcquisitionTest {

  static List<Acquisition> all() {
    return List.of(
        new ProbabilityOfImprovement(0.01),
        new ExpectedImprovement(0),
        new LogExpectedImprovement(0.1),
        new UpperConfidenceBound(4));
  }

  @ParameterizedTest
  @MethodSource("all")
  void derivativesAreThoseOfFiniteDifferences(Acquisition acquisition) {
    for (double mean : new double[] {-3, -0.6, 0.4, 1.5}) {
      double deviation = 0.5;
      double step = 1e-6;
      Acquisition.Value value = acquisition.value(new Prediction(mean, deviation), 0.2);
      assertThat(value.byMean())
          .isCloseTo(
              difference(
                  acquisition,
                  new Prediction(mean - step, deviation),
                  new Prediction(mean + step, deviation)),
              within(1e-4));
      assertThat(value.byDeviation())
          .isCloseTo(
              difference(
                  acquisition,
                  new Prediction(mean, deviation - step),
                  new Prediction(mean, deviation + step)),
              within(1e-4));
    }
  }

  private static double difference(Acquisition acquisition, Prediction less, Prediction more) {
    return (acquisition.value(more, 0.2).score() - acquisition.value(less, 0.2).score()) / 2e-6;
  }

  /** At the incumbent EI is σ·φ(0) and the probability a half. */
  @Test
  void knownValues() {
    Prediction even = new Prediction(1, 2);
    double expected = 2 / Math.sqrt(2 * Math.PI);
    assertThat(new ExpectedImprovement(0).value(even, 1).score())
        .isCloseTo(expected, within(1e-12));
    assertThat(new LogExpectedImprovement(0).value(even, 1).score())
        .isCloseTo(Math.log(expected), within(1e-12));
    assertThat(new ProbabilityOfImprovement(0).value(even, 1).score())
        .isCloseTo(Math.log(0.5), within(1e-12));
    assertThat(new UpperConfidenceBound(9).value(even, 1).score()).isEqualTo(7);
  }

  @Test
  void theMarginIsAsked() {
    Prediction prediction = new Prediction(1.5, 1);
    assertThat(new ExpectedImprovement(0.5).value(prediction, 1))
        .isEqualTo(new ExpectedImprovement(0).value(prediction, 1.5));
  }

  @Test
  void theLogarithmTellsApartWhatExpectedImprovementCannot() {
    Prediction hopeless = new Prediction(-60, 1);
    Prediction lessHopeless = new Prediction(-50, 1);
    Acquisition plain = new ExpectedImprovement(0);
    Acquisition logarithm = new LogExpectedImprovement(0);

    assertThat(plain.value(hopeless, 0).score()).isEqualTo(plain.value(lessHopeless, 0).score());
    assertThat(logarithm.value(hopeless, 0).score())
        .isFinite()
        .isLessThan(logarithm.value(lessHopeless, 0).score());
  }
}
