package org.espalier.nas.controller.tpe;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.espalier.nas.api.random.RandomStreams;
import org.espalier.nas.api.space.Architecture;
import org.espalier.nas.api.space.Choice;
import org.espalier.nas.api.space.Decision;
import org.espalier.nas.api.space.RealRange;
import org.espalier.nas.api.space.Scale;
import org.espalier.nas.api.space.SearchSpace;
import org.espalier.nas.api.trial.Fidelity;
import org.espalier.nas.api.trial.Proposal;
import org.espalier.nas.controller.TokenSpace;
import org.espalier.nas.controller.Trials;
import org.espalier.nas.problem.VectorSpace;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class TpeControllerTest {
  private static final SearchSpace LINE =
      new VectorSpace(List.of(new Decision("x", new RealRange(0, 1, Scale.LINEAR))));

  private static TpeController controller(
      SearchSpace space, boolean multivariate, boolean constantLiar) {
    return new TpeController(
        new TpeSettings(10, 24, 0.1, 25, 1, multivariate, true, false, constantLiar, 1),
        space,
        new RandomStreams(1),
        Fidelity.epochs(1));
  }

  private static double x(Architecture architecture) {
    return ((Choice.Real) architecture.choices().get(0)).value();
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void proposesEveryArchitectureOnceAndEnds(boolean multivariate) {
    SearchSpace space = new TokenSpace(6, 3);
    List<Architecture> proposed =
        new Trials(architecture -> architecture.size())
            .run(controller(space, multivariate, true), 1_000)
            .architectures();

    assertThat(proposed).hasSize(6 + 6 * 6).doesNotHaveDuplicates().allMatch(space::contains);
  }

  /** Of 40 uniform numbers more than 30 lie within 0.2 of 0.7 with a probability below 1e-5. */
  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void looksWhereResultsWereGood(boolean multivariate) {
    List<Architecture> proposed =
        new Trials(architecture -> -Math.abs(x(architecture) - 0.7))
            .run(controller(LINE, multivariate, true), 50)
            .architectures();

    assertThat(proposed.subList(10, 50).stream().filter(one -> Math.abs(x(one) - 0.7) < 0.2))
        .hasSizeGreaterThan(30);
  }

  /** All numbers below 0.5 fail; half of the uniform ones would. */
  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void avoidsWhereTrialsFail(boolean multivariate) {
    List<Architecture> proposed =
        new Trials(architecture -> x(architecture) < 0.5 ? Double.NaN : 1)
            .run(controller(LINE, multivariate, true), 50)
            .architectures();

    assertThat(proposed.subList(10, 50).stream().filter(one -> x(one) < 0.5)).hasSizeLessThan(10);
  }

  /** Ten proposals at once, from the same results: a liar spreads them. */
  @Test
  void aConstantLiarSpreadsWhatIsAskedAtOnce() {
    assertThat(spread(true)).isGreaterThan(2 * spread(false));
  }

  private static double spread(boolean constantLiar) {
    TpeController controller = controller(LINE, true, constantLiar);
    new Trials(architecture -> -Math.abs(x(architecture) - 0.7)).run(controller, 20);
    double[] places =
        controller.ask(10).stream().map(Proposal::architecture).mapToDouble(a -> x(a)).toArray();
    double mean = Arrays.stream(places).average().orElseThrow();
    return Math.sqrt(
        Arrays.stream(places)
            .map(place -> (place - mean) * (place - mean))
            .average()
            .orElseThrow());
  }
}
