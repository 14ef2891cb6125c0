package org.espalier.nas.problem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.espalier.nas.api.InvalidSettingException;
import org.espalier.nas.api.evaluation.Progress;
import org.espalier.nas.api.space.Architecture;
import org.espalier.nas.api.space.Categorical;
import org.espalier.nas.api.space.Decision;
import org.espalier.nas.api.space.IntegerRange;
import org.espalier.nas.api.space.RealRange;
import org.espalier.nas.api.space.Scale;
import org.espalier.nas.api.space.SearchSpace;
import org.espalier.nas.api.trial.Fidelity;
import org.espalier.nas.api.trial.Outcome;
import org.espalier.nas.api.trial.Proposal;
import org.espalier.nas.api.trial.Trial;
import org.espalier.nas.problem.TestFunctionSettings.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TestFunctionEvaluatorTest {
  private final SearchSpace plane = new VectorSpace(List.of(real("x1", -5, 10), real("x2", 0, 15)));

  private static Decision real(String name, double low, double high) {
    return new Decision(name, new RealRange(low, high, Scale.LINEAR));
  }

  private static SearchSpace box(int dimensions, double low, double high) {
    return new VectorSpace(
        IntStream.rangeClosed(1, dimensions).mapToObj(i -> real("x" + i, low, high)).toList());
  }

  private static TestFunctionEvaluator exact(Function function, SearchSpace space) {
    return new TestFunctionEvaluator(new TestFunctionSettings(function, 0, 1, 0), space);
  }

  private static double value(TestFunctionEvaluator function, SearchSpace space, String... texts) {
    return function.truth(space.parse(List.of(texts)).orElseThrow()).get("value");
  }

  /** Values as published, to the published digits; the others by evaluation of the formula. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "BRANIN      | -3.141592653589793,12.275                                | 0.397887 | 1e-6",
        "BRANIN      | 3.141592653589793,2.275                                  | 0.397887 | 1e-6",
        "BRANIN      | 9.42477796076938,2.475                                   | 0.397887 | 1e-6",
        "BRANIN      | 0,0                                                      | 55.602113 | 1e-6",
        "HARTMANN6   | 0.20169,0.150011,0.476874,0.275332,0.311652,0.6573       | -3.32237 | 1e-5",
        "ROSENBROCK5 | 1,1,1,1,1                                                | 0        | 1e-12",
        "ROSENBROCK5 | 0,0,0,0,0                                                | 4        | 1e-12",
        "RASTRIGIN5  | 0,0,0,0,0                                                | 0        | 1e-12",
        "RASTRIGIN5  | 0.5,0,0,0,0                                              | 20.25    | 1e-12",
        "SPHERE5     | 1,2,3,0,-1                                               | 15       | 1e-12",
        "ACKLEY5     | 0,0,0,0,0                                                | 0        | 1e-12",
        "ACKLEY5     | 1,1,1,1,1                                                | 3.6253849384 |"
            + " 1e-9"
      })
  void knownValues(Function function, String place, double expected, double tolerance) {
    String[] texts = Arrays.stream(place.split(",")).toArray(String[]::new);
    SearchSpace space = box(texts.length, -40, 40);
    assertThat(value(exact(function, space), space, texts)).isCloseTo(expected, within(tolerance));
  }

  @Test
  void theMinimumIsKnownWhereTheSpaceHoldsAPlaceOfIt() {
    assertThat(exact(Function.BRANIN, plane).optimum().get("value")).isEqualTo(0.39788735772973816);
    SearchSpace right = new VectorSpace(List.of(real("x1", 8, 10), real("x2", 0, 15)));
    assertThat(exact(Function.BRANIN, right).optimum().get("value")).isEqualTo(0.39788735772973816);
    SearchSpace none = new VectorSpace(List.of(real("x1", 4, 9), real("x2", 0, 15)));
    assertThat(exact(Function.BRANIN, none).optimum()).isEmpty();
    for (Function function : Function.values()) {
      int dimensions = function == Function.BRANIN ? 2 : function == Function.HARTMANN6 ? 6 : 5;
      assertThat(exact(function, box(dimensions, -15, 15)).optimum()).hasSize(1);
      SearchSpace space = box(dimensions, -15, 15);
      double least = exact(function, space).optimum().get("value");
      assertThat(RandomSearch.draw(space, 1, 1_000))
          .allMatch(a -> exact(function, space).truth(a).get("value") >= least);
    }
  }

  /** Decisions are integers and options, in any order and at any distance. */
  @Test
  void otherDecisionsAreNumbersTooAndTheLeastOfAllIsTheOptimum() {
    SearchSpace grid =
        new VectorSpace(
            List.of(
                new Decision("x2", Categorical.of(List.of("7.5", "2.5", "1e1"))),
                new Decision("x1", new IntegerRange(-5, 10, 3, Scale.LINEAR))));
    TestFunctionEvaluator branin = exact(Function.BRANIN, grid);

    assertThat(value(branin, grid, "2.5", "10")).isCloseTo(at(10, 2.5), within(1e-12));
    assertThat(branin.optimum().get("value"))
        .isEqualTo(
            grid.enumerate().mapToDouble(a -> branin.truth(a).get("value")).min().orElseThrow())
        .isGreaterThan(0.398);
    assertThat(branin.optimum()).isSameAs(branin.optimum());
  }

  private double at(double x1, double x2) {
    return value(exact(Function.BRANIN, plane), plane, Double.toString(x1), Double.toString(x2));
  }

  @Test
  void whatDoesNotFitIsSaidBeforeAnythingRuns() {
    assertThatThrownBy(() -> exact(Function.BRANIN, box(1, 0, 1)))
        .isInstanceOf(InvalidSettingException.class)
        .hasMessage(
            "function (branin) cannot be evaluated: the search space does not ask x2. A search"
                + " space that fits is {type: hyperparameters, parameters: {x1: {type: real, low:"
                + " -5.0, high: 10.0}, x2: {type: real, low: 0.0, high: 15.0}}}.");
    assertThatThrownBy(() -> exact(Function.BRANIN, box(3, 0, 1)))
        .hasMessageContaining("the search space asks x3, which it does not know.");
    SearchSpace words =
        new VectorSpace(
            List.of(real("x1", 0, 1), new Decision("x2", Categorical.of(List.of("low", "high")))));
    assertThatThrownBy(() -> exact(Function.BRANIN, words))
        .hasMessageContaining(") must be a number; write options as numbers.");
    SearchSpace conditional =
        ConditionalSpace.of(
            new ConditionalDecision("x1", Categorical.of(List.of("0", "1")), Map.of()),
            new ConditionalDecision("x2", Categorical.of(List.of("0", "1")), Map.of("x1", "1")));
    assertThatThrownBy(() -> exact(Function.BRANIN, conditional))
        .hasMessageContaining("needs x2, which was not asked of [0]; ask it without a condition.");
  }

  @Test
  void checksItsSettings() {
    assertThatThrownBy(() -> new TestFunctionSettings(Function.BRANIN, -1, 1, 0))
        .hasMessage("noise (-1.0) must not be negative.");
    assertThatThrownBy(() -> new TestFunctionSettings(Function.BRANIN, 0, 0, 0))
        .hasMessage("epochs (0) must be positive.");
    assertThatThrownBy(() -> new TestFunctionSettings(Function.BRANIN, 0, 1, Double.NaN))
        .hasMessage("bias (NaN) must not be negative.");
  }

  @Test
  void epochsShowTheTruthMoreAndMore() {
    TestFunctionEvaluator branin =
        new TestFunctionEvaluator(new TestFunctionSettings(Function.BRANIN, 0, 4, 10), plane);
    Architecture some = plane.parse(List.of("1", "4")).orElseThrow();
    double truth = branin.truth(some).get("value");
    double wave = Math.sin(Math.PI * (6 / 15.0 + 4 / 15.0));

    assertThat(measured(branin, some, 5, 1))
        .usingComparatorWithPrecision(1e-12)
        .containsExactly(
            truth + 7.5 * wave * wave,
            truth + 5 * wave * wave,
            truth + 2.5 * wave * wave,
            truth,
            truth);
  }

  /** The mean of 10,000 lies within 0.04 of the truth with a probability of 0.99994. */
  @Test
  void noiseIsAroundTheTruth() {
    TestFunctionEvaluator noisy =
        new TestFunctionEvaluator(new TestFunctionSettings(Function.BRANIN, 1, 1, 0), plane);
    Architecture some = plane.parse(List.of("1", "4")).orElseThrow();
    double[] values = measured(noisy, some, 10_000, 1);
    double mean = Arrays.stream(values).average().orElseThrow();
    double variance =
        Arrays.stream(values).map(value -> (value - mean) * (value - mean)).average().orElseThrow();

    assertThat(mean).isCloseTo(noisy.truth(some).get("value"), within(0.04));
    assertThat(variance).isCloseTo(1, within(0.06));
    assertThat(noisy.noise()).isEqualTo(Map.of("value", 1.0));
    assertThat(measured(noisy, some, 3, 2)).isNotEqualTo(Arrays.copyOf(values, 3));
  }

  private static double[] measured(
      TestFunctionEvaluator function, Architecture architecture, int epochs, long seed) {
    Trial trial = new Trial(1, Proposal.of(architecture, Fidelity.epochs(epochs)), seed, 0);
    Outcome outcome = function.evaluate(trial, Progress.unwatched());
    return outcome.measurements().stream()
        .mapToDouble(measurement -> measurement.metric("value").orElseThrow())
        .toArray();
  }
}
