package org.espalier.nas.problem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.function.LongFunction;
import java.util.stream.LongStream;
import org.espalier.nas.api.space.Architecture;
import org.espalier.nas.api.space.Choice;
import org.espalier.nas.api.space.RealRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ReferenceProblemsTest {

  static List<LongFunction<ReferenceProblem>> families() {
    return List.of(
        ReferenceProblems::gradedBandit,
        ReferenceProblems::nkLandscape,
        ReferenceProblems::branin,
        ReferenceProblems::hiddenPoint);
  }

  @ParameterizedTest
  @MethodSource("families")
  void noArchitectureIsBetterThanTheOptimum(LongFunction<ReferenceProblem> family) {
    LongStream.rangeClosed(1, 5)
        .mapToObj(family)
        .forEach(
            problem ->
                assertThat(RandomSearch.draw(problem.space(), 1, 2_000))
                    .allMatch(architecture -> problem.regret(architecture) >= -1e-9));
  }

  @ParameterizedTest
  @MethodSource("families")
  void theSeedGivesTheMember(LongFunction<ReferenceProblem> family) {
    ReferenceProblem problem = family.apply(1);
    List<Architecture> some = RandomSearch.draw(problem.space(), 1, 20);

    assertThat(some)
        .allMatch(a -> family.apply(1).regret(a) == problem.regret(a))
        .anyMatch(a -> family.apply(2).regret(a) != problem.regret(a));
  }

  @Test
  void oneArchitectureIsTheBanditsHiddenOne() {
    ReferenceProblem bandit = ReferenceProblems.gradedBandit(3);
    assertThat(bandit.space().count()).get().hasToString("4096");
    assertThat(bandit.space().enumerate().filter(a -> bandit.regret(a) == 0)).hasSize(1);
  }

  @Test
  void theOptimumOfALandscapeIsThatOfAllArchitectures() {
    ReferenceProblem landscape = ReferenceProblems.nkLandscape(3);
    assertThat(landscape.space().enumerate().mapToDouble(landscape.reward()).max().orElseThrow())
        .isEqualTo(landscape.optimum());
  }

  /** The places of the minima are published: (−π, 12.275), (π, 2.275), (9.42478, 2.475). */
  @Test
  void braninsFunctionHasItsThreeMinima() {
    ReferenceProblem branin = ReferenceProblems.branin(3);
    double left = ((RealRange) branin.space().decisions().get(0).domain()).low();
    double bottom = ((RealRange) branin.space().decisions().get(1).domain()).low();
    for (double[] place :
        List.of(
            new double[] {-Math.PI, 12.275},
            new double[] {Math.PI, 2.275},
            new double[] {9.42478, 2.475})) {
      Architecture minimum =
          new Architecture(
              List.of(
                  new Choice.Real("x1", place[0] + 5 + left),
                  new Choice.Real("x2", place[1] + bottom)));
      assertThat(branin.space().contains(minimum)).isTrue();
      assertThat(branin.regret(minimum)).isCloseTo(0, within(1e-5));
    }
  }

  @Test
  void randomSearchDrawsWithoutRepeatsWhatTheSeedGives() {
    ReferenceProblem bandit = ReferenceProblems.gradedBandit(1);
    assertThat(RandomSearch.draw(bandit.space(), 1, 1_000))
        .hasSize(1_000)
        .doesNotHaveDuplicates()
        .isEqualTo(RandomSearch.draw(bandit.space(), 1, 1_000))
        .isNotEqualTo(RandomSearch.draw(bandit.space(), 2, 1_000));
  }
}
