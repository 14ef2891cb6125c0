package org.espalier.nas.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.espalier.nas.api.evaluation.Evaluator;
import org.espalier.nas.api.space.Architecture;
import org.espalier.nas.api.space.SearchSpace;
import org.espalier.nas.api.trial.Fidelity;
import org.espalier.nas.api.trial.Proposal;
import org.espalier.nas.testkit.space.TokenSpace;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A test that each check fails for an evaluator that violates only this check. */
class EvaluatorContractTest {

  @Test
  void aSoundEvaluatorPasses() {
    Suites.Unsuccessful sound = Suites.unsuccessful(Sound.class);
    assertThat(sound.failed()).isEmpty();
    assertThat(sound.aborted()).isEmpty();
  }

  @Test
  void whatMeasuresOnceCannotBeStopped() {
    Suites.Unsuccessful ofOneEpoch = Suites.unsuccessful(OfOneEpoch.class);
    assertThat(ofOneEpoch.failed()).isEmpty();
    assertThat(ofOneEpoch.aborted()).containsExactly("stopIsObeyedAtOnce");
  }

  @Test
  void whatIsNotPromisedIsPassedOver() {
    Suites.Unsuccessful promisesNothing = Suites.unsuccessful(PromisesNothing.class);
    assertThat(promisesNothing.failed()).isEmpty();
    assertThat(promisesNothing.aborted())
        .containsExactlyInAnyOrder(
            "whatCannotBeEvaluatedFails",
            "aTrialThatFailedChangesNothing",
            "anotherSeedGivesOther",
            "aLongerTrialBeginsLikeAShorterOne",
            "aContinuedTrialMeasuresWhatOneInOneGoDoes");
  }

  static Stream<Arguments> wrong() {
    return Stream.of(
        Arguments.of(WrongEvaluators.FailsAlways.class, "aTrialCompletes"),
        Arguments.of(WrongEvaluators.Counts.class, "theSameTrialGivesTheSameAgain"),
        Arguments.of(WrongEvaluators.OfItsWorker.class, "anotherEvaluatorOfTheStudyGivesTheSame"),
        Arguments.of(WrongEvaluators.SeesTheFuture.class, "otherTrialsInBetweenChangeNothing"),
        Arguments.of(
            WrongEvaluators.OfItsThread.class, "evaluatorsSideBySideDoNotDisturbEachOther"),
        Arguments.of(WrongEvaluators.CountsFromZero.class, "stepsAscendWithinTheFidelity"),
        Arguments.of(WrongEvaluators.CountsDown.class, "stepsAscendWithinTheFidelity"),
        Arguments.of(WrongEvaluators.IgnoresTheFidelity.class, "stepsAscendWithinTheFidelity"),
        Arguments.of(WrongEvaluators.TellsNothing.class, "progressIsToldOfEveryMeasurementInOrder"),
        Arguments.of(WrongEvaluators.TellsTwice.class, "progressIsToldOfEveryMeasurementInOrder"),
        Arguments.of(WrongEvaluators.IgnoresStop.class, "stopIsObeyedAtOnce"),
        Arguments.of(WrongEvaluators.FailsOnStop.class, "stopIsObeyedAtOnce"),
        Arguments.of(WrongEvaluators.IgnoresAbandon.class, "abandonedTrialsEndSoon"),
        Arguments.of(WrongFailures.MakesUpAnOutcome.class, "whatCannotBeEvaluatedFails"),
        Arguments.of(WrongFailures.Hangs.class, "whatCannotBeEvaluatedFails"),
        Arguments.of(WrongFailures.DiesOfIt.class, "whatCannotBeEvaluatedFails"),
        Arguments.of(WrongFailures.IsSpoiltByIt.class, "aTrialThatFailedChangesNothing"),
        Arguments.of(WrongEvaluators.IgnoresTheSeed.class, "anotherSeedGivesOther"),
        Arguments.of(WrongEvaluators.PlansByTheFidelity.class, "aLongerTrialBeginsLikeAShorterOne"),
        Arguments.of(
            WrongContinuations.Refuses.class, "aContinuedTrialHasAllStepsAndReportsItsOwn"),
        Arguments.of(
            WrongContinuations.LeavesOutTheFirst.class,
            "aContinuedTrialHasAllStepsAndReportsItsOwn"),
        Arguments.of(
            WrongContinuations.ReportsAllAgain.class, "aContinuedTrialHasAllStepsAndReportsItsOwn"),
        Arguments.of(
            WrongContinuations.CountsAllEpochs.class, "aContinuedTrialHasAllStepsAndReportsItsOwn"),
        Arguments.of(
            WrongContinuations.DrawsAnew.class, "aContinuedTrialMeasuresWhatOneInOneGoDoes"),
        Arguments.of(WrongClosings.LeavesAFile.class, "noFileOutlivesTheEvaluator"),
        Arguments.of(WrongClosings.LeavesAThread.class, "noThreadOutlivesTheEvaluator"),
        Arguments.of(WrongClosings.ClosesOnlyWhatWasUsed.class, "anUnusedEvaluatorCloses"),
        Arguments.of(WrongClosings.ClosesOnce.class, "closingTwiceIsAllowed"));
  }

  @ParameterizedTest
  @MethodSource("wrong")
  void aWrongEvaluatorFails(Class<?> suite, String check) {
    assertThat(Suites.failures(suite)).contains(check);
  }

  static class PromisesNothing extends EvaluatorContract {
    @Override
    protected Evaluator evaluator() throws Exception {
      return new Curves();
    }

    @Override
    protected SearchSpace space() {
      return new TokenSpace(3, 3);
    }
  }

  static class Sound extends PromisesNothing {
    @Override
    protected List<Proposal> unusable() {
      Architecture any = space().sample(new SplittableRandom(1));
      return List.of(Proposal.of(any, new Fidelity(fidelity().epochs(), 0.5)));
    }

    @Override
    protected boolean drawsFromTheSeed() {
      return true;
    }

    @Override
    protected boolean longerTrialsBeginAlike() {
      return true;
    }
  }

  static class OfOneEpoch extends Sound {
    @Override
    protected Fidelity fidelity() {
      return Fidelity.epochs(1);
    }
  }
}
