package org.espalier.nas.controller.nsga2;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.espalier.nas.api.objective.Objectives;
import org.espalier.nas.api.objective.ParetoFront;
import org.espalier.nas.api.random.RandomStreams;
import org.espalier.nas.api.space.Architecture;
import org.espalier.nas.api.space.SearchSpace;
import org.espalier.nas.api.trial.Fidelity;
import org.espalier.nas.api.trial.Proposal;
import org.espalier.nas.controller.ObjectiveTrials;
import org.espalier.nas.controller.Trials;
import org.espalier.nas.controller.domination.Individual;
import org.espalier.nas.testkit.FrontProblem;
import org.espalier.nas.testkit.space.ReferenceSpace;
import org.junit.jupiter.api.Test;

final class Nsga2ControllerTest {
  private static final SearchSpace HUGE = ReferenceSpace.HUGE.space();

  private static Nsga2Controller nsga2(Nsga2Settings settings, Objectives objectives) {
    return nsga2(HUGE, settings, objectives);
  }

  private static Nsga2Controller nsga2(
      SearchSpace space, Nsga2Settings settings, Objectives objectives) {
    return new Nsga2Controller(
        settings, objectives, space, new RandomStreams(1), Fidelity.epochs(1));
  }

  private static Nsga2Controller nsga2(double crossover, double mutation) {
    return nsga2(new Nsga2Settings(6, crossover, mutation, 100), ObjectiveTrials.OBJECTIVES);
  }

  /** Returns the sum of the options of either half: 0 to 90 each, which do not conflict. */
  private static double[] halves(Architecture architecture) {
    return new double[] {
      ObjectiveTrials.sum(architecture.prefix(10)),
      ObjectiveTrials.sum(architecture) - ObjectiveTrials.sum(architecture.prefix(10))
    };
  }

  private static long differences(Architecture one, Architecture other) {
    return IntStream.range(0, one.size())
        .filter(place -> !one.choices().get(place).equals(other.choices().get(place)))
        .count();
  }

  @Test
  void aGenerationIsProposedOnceTheOneBeforeIsKnown() {
    Nsga2Controller controller = nsga2(0.9, 1);
    ObjectiveTrials trials = new ObjectiveTrials(Nsga2ControllerTest::halves);

    assertThat(trials.ask(controller, 4)).hasSize(4);
    assertThat(trials.ask(controller, 4)).hasSize(2);
    IntStream.range(0, 5).forEach(i -> trials.tellNext(controller));
    assertThat(trials.ask(controller, 4)).as("one result is missing").isEmpty();
    assertThat(controller.population()).isEmpty();
    trials.tellNext(controller);
    assertThat(controller.population())
        .extracting(Individual::architecture)
        .containsExactlyInAnyOrderElementsOf(trials.architectures());
    assertThat(trials.ask(controller, 10)).hasSize(6);
    assertThat(controller.batch()).isEqualTo(6);
  }

  @Test
  void theBestOfParentsAndChildrenLive() {
    Nsga2Controller controller = nsga2(0.9, 1);
    ObjectiveTrials trials = new ObjectiveTrials(Nsga2ControllerTest::halves);
    List<Individual> before = List.of();
    for (int generation = 1; generation <= 8; generation++) {
      trials.run(controller, 6 * generation);
      List<Architecture> all =
          new ArrayList<>(before.stream().map(Individual::architecture).toList());
      all.addAll(trials.architectures().subList(6 * generation - 6, 6 * generation));
      List<Architecture> front =
          ParetoFront.of(all.stream().map(Nsga2ControllerTest::halves).toList()).stream()
              .map(all::get)
              .toList();

      before = controller.population();
      List<Architecture> living = before.stream().map(Individual::architecture).toList();
      assertThat(living).hasSize(6);
      assertThat(all).containsAll(living);
      if (front.size() <= 6) {
        assertThat(living).containsAll(front);
        assertThat(controller.diagnostics())
            .isEqualTo(Map.of("population.front", (double) front.size()));
      } else {
        assertThat(front).containsAll(living);
      }
    }
    assertThat(
            ParetoFront.of(
                trials.architectures().stream().map(Nsga2ControllerTest::halves).toList()))
        .as("a front of more than one")
        .hasSizeGreaterThan(1);
  }

  @Test
  void feasibleTrialsLiveThenTheLeastInfeasibleThenTheFailed() {
    // The second objective may be at most 100: half of the architectures have more.
    ObjectiveTrials trials =
        new ObjectiveTrials(
            architecture -> {
              double sum = ObjectiveTrials.sum(architecture);
              return sum % 3 == 0 ? new double[0] : new double[] {-sum, sum};
            });
    Nsga2Controller controller = nsga2(0.9, 1);
    trials.run(controller, 120);

    List<Double> sums =
        trials.architectures().stream()
            .map(ObjectiveTrials::sum)
            .filter(sum -> sum % 3 != 0)
            .toList();
    assertThat(sums).anyMatch(sum -> sum > 100);
    assertThat(controller.population())
        .allMatch(individual -> individual.quality().isFeasible())
        .extracting(individual -> ObjectiveTrials.sum(individual.architecture()))
        .contains(
            sums.stream().filter(sum -> sum <= 100).max(Comparator.naturalOrder()).orElseThrow());
  }

  @Test
  void withoutFeasibleTrialsTheViolationFalls() {
    ObjectiveTrials trials =
        new ObjectiveTrials(
            a -> new double[] {ObjectiveTrials.sum(a), 200 + ObjectiveTrials.sum(a)});
    Nsga2Controller controller = nsga2(0.9, 1);
    trials.run(controller, 120);

    assertThat(controller.population())
        .extracting(individual -> ObjectiveTrials.sum(individual.architecture()))
        .containsExactlyElementsOf(
            trials.architectures().stream().map(ObjectiveTrials::sum).sorted().limit(6).toList());
  }

  /** A child without a second parent differs from one member in the decision that was mutated. */
  @Test
  void withoutCrossoverAChildIsTheMutantOfAMember() {
    Nsga2Controller controller = nsga2(0, 1);
    ObjectiveTrials trials = new ObjectiveTrials(Nsga2ControllerTest::halves).run(controller, 6);
    List<Architecture> parents = trials.architectures();

    assertThat(trials.ask(controller, 6))
        .allSatisfy(
            child ->
                assertThat(parents)
                    .anyMatch(parent -> differences(parent, child.architecture()) == 1));
  }

  @Test
  void withoutMutationAChildHasTheChoicesOfMembers() {
    Nsga2Controller controller = nsga2(1, 0);
    ObjectiveTrials trials = new ObjectiveTrials(Nsga2ControllerTest::halves).run(controller, 6);
    List<Architecture> parents = trials.architectures();

    for (Proposal child : trials.ask(controller, 6)) {
      assertThat(parents).doesNotContain(child.architecture());
      assertThat(child.architecture().choices())
          .allMatch(choice -> parents.stream().anyMatch(p -> p.choices().contains(choice)));
    }
  }

  /** Of two members one is better; it loses no tournament that it takes part in: 3 of 4. */
  @Test
  void theWinnerOfATournamentIsMutatedMoreOften() {
    Nsga2Controller controller = nsga2(new Nsga2Settings(2, 0, 1, 100), ObjectiveTrials.OBJECTIVES);
    ObjectiveTrials trials = new ObjectiveTrials(a -> new double[] {ObjectiveTrials.sum(a), 1});
    int ofTheBest = 0;
    for (int generation = 0; generation < 100; generation++) {
      trials.run(controller, 4 * generation + 2);
      Architecture best = controller.population().get(0).architecture();
      for (Proposal child : trials.ask(controller, 2)) {
        ofTheBest += differences(best, child.architecture()) == 1 ? 1 : 0;
      }
      trials.tellAll(controller);
    }
    // Binomial of 200 with p = 3/4; members that are neighbours of each other raise it.
    assertThat(ofTheBest).isGreaterThan(125);
  }

  @Test
  void aRewardIsMaximised() {
    Nsga2Controller controller = nsga2(new Nsga2Settings(10, 0.9, 1, 100), Objectives.reward());
    Trials trials = new Trials(ObjectiveTrials::sum).run(controller, 500);

    assertThat(controller.population())
        .extracting(individual -> ObjectiveTrials.sum(individual.architecture()))
        .containsExactlyElementsOf(
            trials.rewards().stream().sorted(Comparator.reverseOrder()).limit(10).toList());
  }

  @Test
  void aRecordedSearchIsLearnedFrom() {
    ObjectiveTrials recorded = new ObjectiveTrials(Nsga2ControllerTest::halves);
    recorded.run(nsga2(0.9, 1), 30);
    Nsga2Controller controller = nsga2(0, 1);
    recorded.proposals();
    ObjectiveTrials replayed = new ObjectiveTrials(Nsga2ControllerTest::halves);
    replayed.proposals().addAll(recorded.proposals());

    replayed.tellAll(controller);

    assertThat(controller.population()).hasSize(6);
    assertThat(recorded.architectures()).doesNotContain(controller.ask(1).get(0).architecture());
  }

  @Test
  void findsMostOfTheFrontOfTwoBandits() {
    FrontProblem problem = FrontProblem.twoBandits(1);
    ObjectiveTrials trials = new ObjectiveTrials(problem.losses());
    trials.run(
        nsga2(problem.space(), new Nsga2Settings(20, 0.9, 1, 100), ObjectiveTrials.OBJECTIVES),
        1_000);

    assertThat(
            ParetoFront.of(trials.architectures().stream().map(problem.losses()).toList()).stream()
                .map(trials.architectures()::get)
                .map(trials::of)
                .distinct())
        .hasSizeGreaterThanOrEqualTo(7);
  }
}
