package org.espalier.nas.controller.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.espalier.nas.api.random.RandomStreams;
import org.espalier.nas.api.space.Architecture;
import org.espalier.nas.api.space.Choice;
import org.espalier.nas.api.space.SearchSpace;
import org.espalier.nas.api.trial.Fidelity;
import org.espalier.nas.controller.Trials;
import org.espalier.nas.controller.local.LocalSearchSettings.Acceptance;
import org.espalier.nas.problem.ReferenceProblem;
import org.espalier.nas.problem.ReferenceProblems;
import org.espalier.nas.testkit.space.ReferenceSpace;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class LocalSearchControllerTest {
  private static final SearchSpace SPACE = ReferenceSpace.FIXED_VECTOR.space();

  private static LocalSearchController search(
      SearchSpace space, Acceptance acceptance, int initial, int perturbation, int batch) {
    return new LocalSearchController(
        new LocalSearchSettings(acceptance, initial, perturbation, batch, 100),
        space,
        new RandomStreams(1),
        Fidelity.epochs(1));
  }

  /** Returns a reward with one optimum, which any upward path reaches. */
  private static double sum(Architecture architecture) {
    return architecture.choices().stream()
        .mapToInt(choice -> ((Choice.Option) choice).index())
        .sum();
  }

  private static Set<Architecture> around(Architecture architecture) {
    return new HashSet<>(SPACE.neighbours(architecture, new RandomStreams(1).stream("test", 0)));
  }

  @ParameterizedTest
  @EnumSource(Acceptance.class)
  void everyArchitectureIsEvaluatedOnceUntilTheSpaceIsExhausted(Acceptance acceptance) {
    LocalSearchController controller = search(SPACE, acceptance, 3, 0, 8);

    List<Architecture> tried =
        new Trials(LocalSearchControllerTest::sum).run(controller, 1_000).architectures();

    assertThat(tried).hasSize(120).doesNotHaveDuplicates();
    assertThat(controller.ask(1)).isEmpty();
  }

  @Test
  void theFirstBetterNeighbourIsClimbedFrom() {
    Trials trials = new Trials(LocalSearchControllerTest::sum);
    LocalSearchController controller = search(SPACE, Acceptance.FIRST, 1, 0, 1);
    trials.run(controller, 1);
    Architecture at = trials.architectures().get(0);

    for (int trial = 2; sum(at) < 10; trial++) {
      Architecture next = trials.run(controller, trial).architectures().get(trial - 1);
      assertThat(around(at)).contains(next);
      at = sum(next) > sum(at) ? next : at;
    }
    // 3 + 4 + 2 + 5 options counted from 0.
    assertThat(sum(at)).isEqualTo(10);
  }

  @Test
  void theBestNeighbourIsClimbedFromOnceAllAreKnown() {
    Trials trials = new Trials(LocalSearchControllerTest::sum);
    LocalSearchController controller = search(SPACE, Acceptance.BEST, 1, 0, 1);
    Architecture start = trials.run(controller, 1).architectures().get(0);
    Set<Architecture> around = around(start);

    List<Architecture> tried = trials.run(controller, 2 + around.size()).architectures();

    assertThat(tried.subList(1, 1 + around.size())).containsExactlyInAnyOrderElementsOf(around);
    double best = around.stream().mapToDouble(LocalSearchControllerTest::sum).max().orElseThrow();
    assertThat(around)
        .anyMatch(one -> sum(one) == best && around(one).contains(tried.get(1 + around.size())));
  }

  @Test
  void failedNeighboursAreNotClimbedTo() {
    Trials trials = new Trials(a -> sum(a) > 5 ? Double.NaN : sum(a));

    assertThat(trials.run(search(SPACE, Acceptance.FIRST, 2, 0, 4), 1_000).architectures())
        .hasSize(120);
  }

  @Test
  void aRestartIsSomeMutationsFromTheBest() {
    // The first is the best; when all its neighbours are known a mutant of a mutant is tried.
    Architecture top = SPACE.enumerate().skip(60).findFirst().orElseThrow();
    Trials trials = new Trials(a -> a.equals(top) ? 2 : around(top).contains(a) ? 1 : 0);
    trials.run(search(SPACE, Acceptance.FIRST, 1, 2, 1), 100);
    List<Architecture> tried = trials.architectures();

    int reached = tried.indexOf(top);
    assertThat(reached).isNotNegative();
    assertThat(tried.subList(0, 100)).containsAll(around(top));
  }

  /**
   * The space has 4,096 architectures: random search would find the best in 300 trials for one seed
   * in 14.
   */
  @Test
  void findsTheOptimumWhereOneTopIsAllThereIs() {
    for (long seed = 1; seed <= 10; seed++) {
      ReferenceProblem problem = ReferenceProblems.gradedBandit(seed);
      Trials trials = new Trials(problem.reward());
      trials.run(search(problem.space(), Acceptance.FIRST, 10, 3, 8), 300);
      assertThat(trials.architectures()).anyMatch(tried -> problem.regret(tried) == 0);
    }
  }
}
