package org.espalier.nas.problem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.assertj.core.data.Offset;
import org.espalier.nas.api.InvalidSettingException;
import org.espalier.nas.api.random.SplitMix64;
import org.espalier.nas.api.space.Architecture;
import org.espalier.nas.api.space.Categorical;
import org.espalier.nas.api.space.RealRange;
import org.espalier.nas.api.space.Scale;
import org.espalier.nas.api.space.SearchSpace;
import org.espalier.nas.problem.ConditionalFunctionSettings.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ConditionalFunctionEvaluatorTest {

  private static ReferenceProblem problem(Function function, long seed) {
    return function == Function.TREE
        ? ConditionalProblems.tree(seed)
        : ConditionalProblems.optimizer(seed);
  }

  private static ConditionalFunctionEvaluator over(
      SearchSpace space, Function function, long seed) {
    return new ConditionalFunctionEvaluator(
        new ConditionalFunctionSettings(function, seed, 0, 1, 0), space);
  }

  @ParameterizedTest
  @EnumSource
  void itIsTheReferenceProblemTheOtherWayUp(Function function) {
    for (long seed = 0; seed < 10; seed++) {
      ReferenceProblem problem = problem(function, seed);
      ConditionalFunctionEvaluator evaluator = over(problem.space(), function, seed);
      assertThat(evaluator.optimum()).isEqualTo(Map.of("value", -problem.optimum()));
      for (Architecture some : RandomSearch.draw(problem.space(), seed, 50)) {
        assertThat(evaluator.truth(some).get("value"))
            .isEqualTo(-problem.reward().applyAsDouble(some));
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void thePlaceOfTheMinimumIsOne(Function function) {
    for (long seed = 0; seed < 10; seed++) {
      SearchSpace space = problem(function, seed).space();
      Map<String, String> best =
          function == Function.TREE
              ? ConditionalProblems.bestOfTree(seed)
              : ConditionalProblems.bestOfOptimizer(seed);
      Architecture place = NamedChoices.of(best).in(space).orElseThrow();
      assertThat(over(space, function, seed).truth(place).get("value"))
          .isCloseTo(0.1, Offset.offset(1e-12));
    }
  }

  /**
   * Returns the tree's decisions in another order, with reals in steps, as a grid would ask them.
   */
  private static SearchSpace gridOfTree(String conditionOfR9) {
    Categorical fork = Categorical.of(List.of("0", "1"));
    Categorical leaf = Categorical.ordered(List.of("-0.5", "0", "0.5"));
    RealRange shared = new RealRange(0, 1, Scale.LINEAR);
    return ConditionalSpace.of(
        new ConditionalDecision("x1", fork, Map.of()),
        new ConditionalDecision("r8", Categorical.of(List.of("0.1", "0.2")), Map.of("x1", "0")),
        new ConditionalDecision("r9", shared, Map.of("x1", conditionOfR9)),
        new ConditionalDecision("x3", fork, Map.of("x1", "1")),
        new ConditionalDecision("x2", fork, Map.of("x1", "0")),
        new ConditionalDecision("x4", leaf, Map.of("x1", "0", "x2", "0")),
        new ConditionalDecision("x5", leaf, Map.of("x1", "0", "x2", "1")),
        new ConditionalDecision("x6", leaf, Map.of("x1", "1", "x3", "0")),
        new ConditionalDecision("x7", leaf, Map.of("x1", "1", "x3", "1")));
  }

  @Test
  void theOrderAndTheKindOfNumbersAreTheSpacesMatter() {
    SearchSpace space = gridOfTree("1");
    ConditionalFunctionEvaluator tree = over(space, Function.TREE, 2);
    Architecture some = space.parse(List.of("0", "0.2", "1", "-0.5")).orElseThrow();
    double apart = -0.5 - (new SplitMix64(2).unit(1) - 0.5);

    assertThat(tree.truth(some).get("value"))
        .isCloseTo(apart * apart + 0.2 + 0.2, Offset.offset(1e-12));
    assertThat(tree.optimum()).as("no minimum on the grid, and reals beside it").isEmpty();
  }

  @Test
  void whatDoesNotFitIsSaidBeforeAnythingRuns() {
    assertThatThrownBy(() -> over(gridOfTree("0"), Function.TREE, 2))
        .isInstanceOf(InvalidSettingException.class)
        .hasMessageMatching(
            "function \\(tree\\) cannot be evaluated: \\[1, .*] has no value, as it lacks a"
                + " decision or lies outside the function's ranges\\. A search space that fits is"
                + " in docs/problems.md\\.");
    assertThatThrownBy(() -> over(gridOfTree("1"), Function.OPTIMIZER, 2))
        .hasMessageStartingWith(
            "function (optimizer) cannot be evaluated: the search space does not ask optimizer,"
                + " learning_rate, momentum, beta, dropout, layers and asks x1,");
  }
}
