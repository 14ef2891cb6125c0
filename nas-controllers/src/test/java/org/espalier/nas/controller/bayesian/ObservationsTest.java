package org.espalier.nas.controller.bayesian;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.IntStream;
import org.espalier.nas.api.space.Architecture;
import org.espalier.nas.api.space.Choice;
import org.espalier.nas.api.trial.Fidelity;
import org.junit.jupiter.api.Test;

final class ObservationsTest {
  private static final Fidelity LOW = Fidelity.epochs(2);
  private static final Fidelity FULL = Fidelity.epochs(10);

  private final Observations observations = new Observations();

  private static Architecture architecture(int number) {
    return Architecture.empty().with(new Choice.Whole("units", number));
  }

  private double reward() {
    return observations.forModel(10).get(0).reward();
  }

  @Test
  void theHighestFidelityCounts() {
    observations.add(architecture(1), LOW, 0.9);
    observations.add(architecture(1), FULL, 0.5);
    observations.add(architecture(1), LOW, 0.8);

    assertThat(reward()).isEqualTo(0.5);
  }

  @Test
  void resultsOfTheSameFidelityCountAsTheirMean() {
    observations.add(architecture(1), FULL, 0.3);
    observations.add(architecture(1), FULL, Double.NaN);
    observations.add(architecture(1), FULL, 0.6);
    observations.add(architecture(1), FULL, 0.9);

    assertThat(reward()).isCloseTo(0.6, within(1e-12));
  }

  @Test
  void whatFailedIsNotAmongTheBest() {
    observations.add(architecture(1), FULL, Double.NaN);
    assertThat(observations.anyReward()).isFalse();
    observations.add(architecture(2), FULL, -3);
    observations.add(architecture(3), FULL, -1);

    assertThat(observations.anyReward()).isTrue();
    assertThat(observations.best(5))
        .extracting(Observations.Observation::architecture)
        .containsExactly(architecture(3), architecture(2));
  }

  @Test
  void ofTooManyTheBestAndTheLatestAreKept() {
    IntStream.range(0, 10).forEach(i -> observations.add(architecture(i), FULL, -i));

    List<Architecture> kept =
        observations.forModel(4).stream().map(Observations.Observation::architecture).toList();

    assertThat(kept)
        .containsExactly(architecture(0), architecture(1), architecture(8), architecture(9));
  }
}
