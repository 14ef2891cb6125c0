package org.espalier.nas.problem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.espalier.nas.api.space.Architecture;
import org.junit.jupiter.api.Test;

class EpochsProblemTest {

  @Test
  void allEpochsShowTheReward() {
    ReferenceProblem problem = RealFunction.branin().plain(1);
    EpochsProblem trained = new EpochsProblem(problem, 27, 50);
    assertThat(RandomSearch.draw(problem.space(), 1, 100))
        .allMatch(a -> trained.reward(a, 27) == problem.reward().applyAsDouble(a))
        .allMatch(a -> trained.reward(a, 1) < trained.reward(a, 27))
        .allMatch(a -> trained.reward(a, 1) > trained.reward(a, 27) - 50)
        .allMatch(a -> trained.reward(a, 3) < trained.reward(a, 9));
  }

  /** The places are 0 (sgd), 0.6 (1e-2 from 1e-5 to 1), 0.5, 0.25 and 0.6. */
  @Test
  void theBiasIsAWaveOverThePlacesOfTheChoices() {
    ReferenceProblem problem = ConditionalProblems.optimizer(1);
    Architecture architecture =
        problem.space().parse(List.of("sgd", "0.01", "0.495", "0.2", "4")).orElseThrow();
    EpochsProblem trained = new EpochsProblem(problem, 10, 2);
    double wave = Math.sin(Math.PI * (0.6 + 0.5 + 0.25 + 0.6));
    assertThat(problem.reward().applyAsDouble(architecture) - trained.reward(architecture, 4))
        .isCloseTo(2 * wave * wave * 0.6, within(1e-12));
  }

  @Test
  void refusesWhatMakesNoSense() {
    ReferenceProblem problem = RealFunction.branin().plain(1);
    assertThatThrownBy(() -> new EpochsProblem(problem, 0, 1))
        .hasMessage("epochs (0) must be positive, bias (1.0) not negative.");
    Architecture some = RandomSearch.draw(problem.space(), 1, 1).get(0);
    assertThatThrownBy(() -> new EpochsProblem(problem, 9, 1).reward(some, 10))
        .hasMessage("trained (10) must lie in [1, 9].");
  }
}
