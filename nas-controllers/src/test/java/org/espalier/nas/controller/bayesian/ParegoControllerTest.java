package org.espalier.nas.controller.bayesian;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.espalier.nas.api.random.RandomStreams;
import org.espalier.nas.api.space.Architecture;
import org.espalier.nas.api.space.Decision;
import org.espalier.nas.api.space.RealRange;
import org.espalier.nas.api.space.Scale;
import org.espalier.nas.api.space.SearchSpace;
import org.espalier.nas.api.trial.Fidelity;
import org.espalier.nas.api.trial.Proposal;
import org.espalier.nas.controller.ObjectiveTrials;
import org.espalier.nas.controller.bayesian.Observations.Observation;
import org.espalier.nas.controller.domination.TrialQuality;
import org.espalier.nas.problem.VectorSpace;
import org.junit.jupiter.api.Test;

final class ParegoControllerTest {
  private static final SearchSpace LINE =
      new VectorSpace(List.of(new Decision("x", new RealRange(0, 1, Scale.LINEAR))));

  private static double x(Architecture architecture) {
    return architecture.choices().get(0).number();
  }

  private static RandomScalarisation weights(long index, int objectives) {
    return RandomScalarisation.draw(
        objectives, 0.05, new RandomStreams(1).stream("test.weights", index));
  }

  /** The objectives x and 100 · (1 − x): of the weights w and 1 − w, the least is at x = 1 − w. */
  @Test
  void eachProposalIsTheBestOfItsOwnWeights() {
    ParegoController controller =
        Searches.parego(
            Searches.parego(1, 200), LINE, new RandomStreams(3), ObjectiveTrials.OBJECTIVES);
    ObjectiveTrials trials =
        new ObjectiveTrials(a -> new double[] {x(a), 100 * (1 - x(a))}).run(controller, 14);
    List<Double> distances = new ArrayList<>();
    List<Double> proposed = new ArrayList<>();
    for (int trial = 15; trial <= 34; trial++) {
      double wanted = controller.scalarisation().weights()[1];
      proposed.add(x(trials.run(controller, trial).architectures().get(trial - 1)));
      distances.add(Math.abs(proposed.get(proposed.size() - 1) - wanted));
    }

    assertThat(distances.stream().sorted().toList().get(15)).isLessThan(0.1);
    assertThat(proposed).anyMatch(x -> x < 0.25).anyMatch(x -> x > 0.75);
    assertThat(trials.proposals()).allMatch(proposal -> proposal.predicted() == null);
  }

  @Test
  void infeasibleRegionsAreLeft() {
    ParegoController controller =
        Searches.parego(
            Searches.parego(2, 200), LINE, new RandomStreams(4), ObjectiveTrials.OBJECTIVES);
    ObjectiveTrials trials =
        new ObjectiveTrials(a -> x(a) < 0.1 ? new double[0] : new double[] {x(a), 200 * (1 - x(a))})
            .run(controller, 40);

    // At x below 0.5 the second objective is above 100.
    assertThat(trials.architectures().subList(20, 40))
        .filteredOn(a -> x(a) < 0.45)
        .hasSizeLessThan(5);
  }

  @Test
  void weightsAreUniformAndAddUpToOne() {
    int[] quarters = new int[4];
    for (int index = 0; index < 2_000; index++) {
      double[] two = weights(index, 2).weights();
      assertThat(two[0] + two[1]).isCloseTo(1, within(1e-12));
      quarters[(int) (4 * two[0])]++;
      assertThat(Arrays.stream(weights(index, 5).weights()).sum()).isCloseTo(1, within(1e-12));
    }
    // Binomial with p = 1/4: 500 ± 4.4 standard deviations of 19.4.
    assertThat(Arrays.stream(quarters).min().orElseThrow()).isGreaterThan(415);
    assertThat(weights(1, 2).weights()).isEqualTo(weights(1, 2).weights());
    assertThat(weights(1, 1).weights()).containsExactly(1.0);
  }

  @Test
  void theLargestWeightedLossCountsAndTheSumALittle() {
    RandomScalarisation scalarisation = weights(7, 2);
    double[] w = scalarisation.weights();

    assertThat(scalarisation.of(new double[] {1, 0})).isCloseTo(1.05 * w[0], within(1e-12));
    assertThat(scalarisation.of(new double[] {1, 1}))
        .isCloseTo(Math.max(w[0], w[1]) + 0.05, within(1e-12));
    assertThat(scalarisation.of(new double[] {0, 0})).isZero();
  }

  @Test
  void lossesAreNormalisedOverTheFeasibleObservations() {
    ObjectiveObservations observations = new ObjectiveObservations(2);
    List<Architecture> four =
        List.of(0.1, 0.2, 0.3, 0.4).stream()
            .map(x -> LINE.parse(List.of(Double.toString(x))).orElseThrow())
            .toList();
    Fidelity fidelity = Fidelity.epochs(1);
    observations.add(four.get(0), fidelity, new TrialQuality(List.of(10.0, -3.0), 0));
    observations.add(four.get(1), fidelity, new TrialQuality(List.of(20.0, -3.0), 0));
    observations.add(four.get(2), fidelity, new TrialQuality(List.of(15.0, -3.0), 0));
    observations.add(four.get(3), fidelity, new TrialQuality(List.of(), 0.5));
    RandomScalarisation scalarisation = weights(7, 2);
    double worst = 1.05 * scalarisation.weights()[0];

    List<Observation> scalarised = observations.scalarised(scalarisation).all();

    assertThat(scalarised).extracting(Observation::architecture).isEqualTo(four);
    assertThat(scalarised.get(0).reward()).isZero();
    assertThat(scalarised.get(1).reward()).isCloseTo(-worst, within(1e-12));
    assertThat(scalarised.get(2).reward()).isCloseTo(-worst / 2, within(1e-12));
    assertThat(scalarised.get(3).failed()).isTrue();
  }

  @Test
  void aBatchHasDifferentWeights() {
    ParegoController controller =
        Searches.parego(
            Searches.parego(6, 200), LINE, new RandomStreams(5), ObjectiveTrials.OBJECTIVES);
    new ObjectiveTrials(a -> new double[] {x(a), 100 * (1 - x(a))}).run(controller, 12);

    List<Double> batch =
        controller.ask(6).stream()
            .map(Proposal::architecture)
            .map(ParegoControllerTest::x)
            .toList();

    assertThat(batch.stream().mapToDouble(x -> x).max().orElseThrow())
        .isGreaterThan(0.3 + batch.stream().mapToDouble(x -> x).min().orElseThrow());
  }
}
