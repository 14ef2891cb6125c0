package org.espalier.nas.problem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.function.LongFunction;
import java.util.stream.LongStream;
import org.espalier.nas.api.random.SplitMix64;
import org.espalier.nas.api.space.Architecture;
import org.espalier.nas.api.space.Choice;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ConditionalProblemsTest {

  static List<LongFunction<ReferenceProblem>> families() {
    return List.of(ConditionalProblems::tree, ConditionalProblems::optimizer);
  }

  @ParameterizedTest
  @MethodSource("families")
  void noArchitectureIsBetterThanTheOptimum(LongFunction<ReferenceProblem> family) {
    LongStream.rangeClosed(1, 10)
        .mapToObj(family)
        .forEach(
            problem ->
                assertThat(RandomSearch.draw(problem.space(), 1, 2_000))
                    .allMatch(architecture -> problem.regret(architecture) >= 0));
  }

  /** As published, leaf i adds 0.1 more than the one before, and the number of its branch. */
  @Test
  void theTreeHasItsBestInItsFirstLeaf() {
    for (long seed = 1; seed <= 10; seed++) {
      ReferenceProblem tree = ConditionalProblems.tree(seed);
      for (int leaf = 0; leaf < 4; leaf++) {
        double best = new SplitMix64(seed).unit(leaf) - 0.5;
        assertThat(tree.regret(leaf(tree, leaf, best, 0))).isCloseTo(0.1 * leaf, within(1e-12));
        assertThat(tree.regret(leaf(tree, leaf, best + 0.5, 0.25)))
            .isCloseTo(0.1 * leaf + 0.5, within(1e-12));
      }
    }
  }

  private static Architecture leaf(ReferenceProblem tree, int leaf, double place, double shared) {
    String branch = Integer.toString(leaf / 2);
    String fork = Integer.toString(leaf % 2);
    return tree.space()
        .parse(List.of(branch, fork, Double.toString(place), Double.toString(shared)))
        .orElseThrow();
  }

  @Test
  void theOptimizersBestIsGradientDescentWithMomentum() {
    for (long seed = 1; seed <= 10; seed++) {
      ReferenceProblem problem = ConditionalProblems.optimizer(seed);
      SplitMix64 random = new SplitMix64(seed);
      double rate = Math.pow(10, -1 + random.unit(0) - 1.5);
      double dropout = 0.2 + 0.4 * random.unit(3);
      assertThat(problem.regret(read(problem, "sgd", rate, "0.9", dropout, "4")))
          .isCloseTo(0, within(1e-12));
      double adam = Math.pow(10, random.unit(1) - 3.5);
      assertThat(problem.regret(read(problem, "adam", adam, "0.9", dropout, "4")))
          .isCloseTo(0.15, within(1e-12));
      assertThat(problem.regret(read(problem, "adam", adam, "0.9", dropout, "6")))
          .isCloseTo(0.23, within(1e-12));
    }
  }

  private static Architecture read(
      ReferenceProblem problem,
      String optimizer,
      double rate,
      String own,
      double dropout,
      String layers) {
    return problem
        .space()
        .parse(List.of(optimizer, Double.toString(rate), own, Double.toString(dropout), layers))
        .orElseThrow();
  }

  @Test
  void onlyWhatAppliesIsAsked() {
    ReferenceProblem problem = ConditionalProblems.optimizer(1);
    assertThat(RandomSearch.draw(problem.space(), 1, 500))
        .extracting(a -> a.choices().stream().map(Choice::decision).toList())
        .contains(
            List.of("optimizer", "learning_rate", "momentum", "dropout", "layers"),
            List.of("optimizer", "learning_rate", "beta", "dropout", "layers"),
            List.of("optimizer", "learning_rate", "dropout", "layers"));
  }
}
