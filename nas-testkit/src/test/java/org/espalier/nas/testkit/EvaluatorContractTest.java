package org.espalier.nas.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.espalier.nas.api.evaluation.Evaluator;
import org.espalier.nas.api.space.SearchSpace;
import org.espalier.nas.api.trial.Fidelity;
import org.espalier.nas.testkit.space.TokenSpace;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Each check fails for an evaluator that is wrong in just that. */
class EvaluatorContractTest {

  @Test
  void aSoundEvaluatorPasses() {
    assertThat(Suites.failures(Sound.class)).isEmpty();
    assertThat(Suites.aborted(Sound.class)).isEmpty();
  }

  @Test
  void whatMeasuresOnceCannotBeStopped() {
    assertThat(Suites.failures(OfOneEpoch.class)).isEmpty();
    assertThat(Suites.aborted(OfOneEpoch.class)).containsExactly("stopIsObeyedAtOnce");
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
        Arguments.of(WrongEvaluators.LeavesAThread.class, "noThreadOutlivesTheEvaluator"),
        Arguments.of(WrongEvaluators.ClosesOnlyWhatWasUsed.class, "anUnusedEvaluatorCloses"),
        Arguments.of(WrongEvaluators.ClosesOnce.class, "closingTwiceIsAllowed"));
  }

  @ParameterizedTest
  @MethodSource("wrong")
  void aWrongEvaluatorFails(Class<?> suite, String check) {
    assertThat(Suites.failures(suite)).contains(check);
  }

  static class Sound extends EvaluatorContract {
    @Override
    protected Evaluator evaluator() {
      return new Curves();
    }

    @Override
    protected SearchSpace space() {
      return new TokenSpace(3, 3);
    }
  }

  static class OfOneEpoch extends Sound {
    @Override
    protected Fidelity fidelity() {
      return Fidelity.epochs(1);
    }
  }
}
