package org.espalier.nas.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.List;
import java.util.function.Function;
import org.espalier.nas.api.controller.Controller;
import org.espalier.nas.api.objective.Objectives;
import org.espalier.nas.api.objective.SeveralObjectives;
import org.espalier.nas.api.random.RandomStreams;
import org.espalier.nas.api.space.SearchSpace;
import org.espalier.nas.api.trial.Proposal;
import org.espalier.nas.api.trial.Trial;
import org.espalier.nas.api.trial.TrialResult;
import org.junit.jupiter.api.Test;

/**
 * The contract of every controller that compares trials by several objectives. A test class extends
 * it, supplies the controller and inherits the checks.
 *
 * <p>The checks of {@link ControllerContract} run with two objectives and a constraint, and without
 * a reward: some trials fail, some violate the constraint. Such trials are told as failed, with
 * {@link org.espalier.nas.api.trial.FailureCause#INFEASIBLE}. For a search of one reward use a
 * second class that extends {@link ControllerContract}.
 *
 * <p>This contract does not judge the fronts that are found. Add {@link BeatsRandomFront} if the
 * controller should learn.
 */
public abstract class MultiObjectiveControllerContract extends ControllerContract {

  /**
   * Returns a new controller, configured as an experiment of these objectives would configure it.
   */
  protected abstract Controller controller(
      SearchSpace space, RandomStreams streams, Objectives objectives);

  @Override
  protected final Controller controller(SearchSpace space, RandomStreams streams) {
    return controller(space, streams, SeveralObjectivesResults.OBJECTIVES);
  }

  @Override
  final Function<Trial, TrialResult> results(Function<Trial, TrialResult> rewarded) {
    return rewarded.andThen(SeveralObjectivesResults::of);
  }

  /**
   * Returns true if proposals depend on results within {@link #trials()}; false for a controller
   * such as random search.
   */
  protected boolean learnsFromObjectives() {
    return true;
  }

  @Test
  void theControllerIsMarked() {
    try (Controller controller = controller(space(), new RandomStreams(1))) {
      assertThat(controller.getClass().isAnnotationPresent(SeveralObjectives.class))
          .as(
              "whether %s has the annotation @SeveralObjectives, without which an experiment of several objectives refuses it",
              controller.getClass().getName())
          .isTrue();
    }
  }

  @Test
  void everyObjectiveMatters() {
    assumeTrue(learnsFromObjectives(), "the objectives do not matter");
    within(
        () -> {
          List<Proposal> proposals = search(SeveralObjectivesResults::of);
          for (int index = 0; index < SeveralObjectivesResults.OBJECTIVES.compared(); index++) {
            int reversed = index;
            assertThat(
                    search(result -> SeveralObjectivesResults.reversed(result, reversed))
                        .equals(proposals))
                .as(
                    "whether the proposals stay the same when the objective %s is turned round",
                    SeveralObjectivesResults.OBJECTIVES.list().get(index).name())
                .isFalse();
          }
        });
  }

  private List<Proposal> search(Function<TrialResult, TrialResult> valued) {
    try (Controller controller = controller(space(), new RandomStreams(1))) {
      Function<Trial, TrialResult> rewarded = SyntheticResults::completed;
      return Searches.run(controller, trials(), rewarded.andThen(valued));
    }
  }

  @Test
  void aSingleRewardIsServed() {
    within(
        () -> {
          try (Controller controller =
              controller(space(), new RandomStreams(1), Objectives.reward())) {
            List<Proposal> proposals =
                Searches.run(controller, trials(), SyntheticResults::mostlyCompleted);
            assertThat(proposals).as("proposals of a search of one reward").hasSize(trials());
            ProposalChecks.assertValid(proposals, space(), "with one reward");
          }
        });
  }
}
