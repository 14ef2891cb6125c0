package org.espalier.nas.controller.evolution;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.espalier.nas.api.objective.Objectives;
import org.espalier.nas.api.random.RandomStreams;
import org.espalier.nas.api.space.Architecture;
import org.espalier.nas.api.space.Choice;
import org.espalier.nas.api.space.SearchSpace;
import org.espalier.nas.api.trial.Fidelity;
import org.espalier.nas.controller.ObjectiveTrials;
import org.espalier.nas.controller.Trials;
import org.espalier.nas.controller.domination.ConstrainedRanking;
import org.espalier.nas.controller.domination.Individual;
import org.espalier.nas.problem.ReferenceProblem;
import org.espalier.nas.problem.ReferenceProblems;
import org.espalier.nas.testkit.space.ReferenceSpace;
import org.junit.jupiter.api.Test;

final class EvolutionControllerTest {
  private static final SearchSpace HUGE = ReferenceSpace.HUGE.space();

  private static EvolutionController evolution(SearchSpace space, EvolutionSettings settings) {
    return new EvolutionController(
        settings, Objectives.reward(), space, new RandomStreams(1), Fidelity.epochs(1));
  }

  private static EvolutionSettings settings(int population, int tournament, boolean aging) {
    return new EvolutionSettings(population, tournament, 0, aging, 0, false, 1, 100);
  }

  /** Returns the sum of the options' numbers. */
  private static double sum(Architecture architecture) {
    return architecture.choices().stream()
        .mapToInt(choice -> ((Choice.Option) choice).index())
        .sum();
  }

  private static double reward(Individual member) {
    return -member.quality().losses().get(0);
  }

  private static long differences(Architecture one, Architecture other) {
    return IntStream.range(0, one.size())
        .filter(place -> !one.choices().get(place).equals(other.choices().get(place)))
        .count();
  }

  @Test
  void livesAreTheYoungestThatDidNotFail() {
    EvolutionController controller = evolution(HUGE, settings(5, 2, true));
    Trials trials = new Trials(a -> sum(a) % 4 == 0 ? Double.NaN : sum(a));

    for (int trial = 1; trial <= 60; trial++) {
      trials.run(controller, trial);
      List<Architecture> completed =
          trials.architectures().stream().filter(a -> sum(a) % 4 != 0).toList();
      assertThat(controller.members())
          .extracting(Individual::architecture)
          .isEqualTo(completed.subList(Math.max(0, completed.size() - 5), completed.size()));
    }
  }

  @Test
  void withoutAgingTheBestLive() {
    EvolutionController controller = evolution(HUGE, settings(5, 2, false));
    Trials trials = new Trials(EvolutionControllerTest::sum).run(controller, 60);

    assertThat(controller.members())
        .extracting(EvolutionControllerTest::reward)
        .containsExactlyInAnyOrderElementsOf(
            trials.rewards().stream().sorted((a, b) -> Double.compare(b, a)).limit(5).toList());
  }

  @Test
  void aChildIsTheMutantOfTheBestWhereEveryTournamentHoldsIt() {
    // Of 5 members, 100 draws miss the best with a probability below 1e-9.
    EvolutionController controller = evolution(HUGE, settings(5, 100, true));
    Trials trials = new Trials(EvolutionControllerTest::sum).run(controller, 5);

    for (int trial = 6; trial <= 60; trial++) {
      Individual best =
          controller.members().stream()
              .reduce((one, other) -> reward(other) > reward(one) ? other : one)
              .orElseThrow();
      Architecture child = trials.run(controller, trial).architectures().get(trial - 1);
      assertThat(controller.members()).extracting(Individual::architecture).contains(child);
      assertThat(differences(child, best.architecture())).isEqualTo(1);
    }
  }

  /**
   * Every member becomes a parent: of 5 members and 400 children, one is missed with 5 · 0.8^400.
   */
  @Test
  void aTournamentOfOneMutatesAnyMember() {
    EvolutionController controller =
        evolution(HUGE, new EvolutionSettings(5, 1, 0, true, 0, false, 400, 100));
    Trials trials = new Trials(EvolutionControllerTest::sum);
    trials.ask(controller, 5);
    IntStream.range(0, 5).forEach(i -> trials.tellNext(controller));
    List<Architecture> parents = trials.architectures();

    Set<Architecture> mutated = new HashSet<>();
    controller
        .ask(400)
        .forEach(
            child ->
                parents.stream()
                    .filter(parent -> differences(parent, child.architecture()) == 1)
                    .forEach(mutated::add));

    assertThat(mutated).hasSize(5);
  }

  @Test
  void aChildOfTwoHasTheChoicesOfBothButForOneMutation() {
    EvolutionController controller =
        evolution(HUGE, new EvolutionSettings(2, 1, 0, true, 1, false, 50, 100));
    Trials trials = new Trials(EvolutionControllerTest::sum);
    trials.ask(controller, 2);
    IntStream.range(0, 2).forEach(i -> trials.tellNext(controller));
    List<Architecture> parents = trials.architectures();

    assertThat(controller.ask(50))
        .allSatisfy(
            child ->
                assertThat(
                        child.architecture().choices().stream()
                            .filter(c -> parents.stream().noneMatch(p -> p.choices().contains(c))))
                    .hasSizeLessThanOrEqualTo(1))
        .anySatisfy(
            child ->
                assertThat(parents)
                    .allMatch(parent -> differences(parent, child.architecture()) > 1));
  }

  /** Of 6 members, 200 draws miss one with a probability below 1e-14. */
  @Test
  void aChildIsTheMutantOfTheFrontIfThereAreSeveralObjectives() {
    EvolutionController controller =
        new EvolutionController(
            settings(6, 200, true),
            ObjectiveTrials.OBJECTIVES,
            HUGE,
            new RandomStreams(1),
            Fidelity.epochs(1));
    ObjectiveTrials trials =
        new ObjectiveTrials(
            architecture ->
                sum(architecture) % 5 == 0
                    ? new double[0]
                    : new double[] {sum(architecture.prefix(10)), 20 + sum(architecture) / 1.2});
    trials.run(controller, 6);
    int infeasible = 0;
    for (int trial = 7; trial <= 60; trial++) {
      List<Individual> members = controller.members();
      assertThat(members).hasSizeLessThanOrEqualTo(6).noneMatch(m -> m.quality().isFailed());
      infeasible += members.stream().anyMatch(m -> !m.quality().isFeasible()) ? 1 : 0;
      ConstrainedRanking ranking = Individual.ranking(members);
      List<Architecture> best =
          members.stream()
              .filter(m -> ranking.rank(members.indexOf(m)) == ranking.rank(ranking.best()))
              .map(Individual::architecture)
              .toList();
      Architecture child = trials.run(controller, trial).architectures().get(trial - 1);
      assertThat(best).anyMatch(parent -> differences(child, parent) == 1);
      assertThat(controller.diagnostics()).containsOnlyKeys("population.front");
    }
    assertThat(infeasible).isPositive();
  }

  @Test
  void endsAfterItsCycles() {
    EvolutionController controller =
        evolution(HUGE, new EvolutionSettings(5, 2, 23, true, 0, false, 4, 100));

    assertThat(new Trials(EvolutionControllerTest::sum).run(controller, 100).proposals())
        .hasSize(23);
    assertThat(controller.ask(1)).isEmpty();
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
      trials.run(evolution(problem.space(), settings(20, 10, true)), 300);
      assertThat(trials.architectures()).anyMatch(tried -> problem.regret(tried) == 0);
    }
  }
}
