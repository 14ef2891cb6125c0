package org.espalier.nas.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.espalier.nas.api.evaluation.StoppingRule;
import org.espalier.nas.api.space.Architecture;
import org.espalier.nas.api.trial.Account;
import org.espalier.nas.api.trial.Fidelity;
import org.espalier.nas.api.trial.Measurement;
import org.espalier.nas.api.trial.Outcome;
import org.espalier.nas.api.trial.Proposal;
import org.espalier.nas.api.trial.Trial;
import org.espalier.nas.api.trial.TrialResult;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A test that each check fails for a rule that violates only this check. */
class StoppingRuleContractTest {

  @Test
  void aSoundRulePasses() {
    Suites.Unsuccessful sound = Suites.unsuccessful(Sound.class);
    assertThat(sound.failed()).isEmpty();
    assertThat(sound.aborted()).isEmpty();
  }

  @Test
  void withoutCasesTheirChecksArePassedOver() {
    Suites.Unsuccessful withoutCases = Suites.unsuccessful(WithoutCases.class);
    assertThat(withoutCases.failed()).isEmpty();
    assertThat(withoutCases.aborted())
        .containsExactlyInAnyOrder("hopelessTrialsAreStopped", "promisingTrialsGoOn");
  }

  static Stream<Arguments> wrong() {
    return Stream.of(
        Arguments.of(WrongRules.ChangesItsMind.class, "theSameSituationHasTheSameAnswer"),
        Arguments.of(WrongRules.RemembersTheBest.class, "theOrderOfTheQuestionsDoesNotMatter"),
        Arguments.of(WrongRules.SparesTheFirst.class, "eachSituationIsJudgedForItself"),
        Arguments.of(WrongRules.OfOneThread.class, "workersGetTheSameAnswers"),
        Arguments.of(WrongRules.NeedsAPredecessor.class, "nothingNeedsToBeKnown"),
        Arguments.of(WrongRules.NeedsRewards.class, "failedTrialsAreAccepted"),
        Arguments.of(WrongRules.RefusesNaN.class, "whatIsNotANumberIsAccepted"),
        Arguments.of(WrongRules.GivesNoReason.class, "reasonsSaySomething"),
        Arguments.of(WrongRules.StopsNothing.class, "hopelessTrialsAreStopped"),
        Arguments.of(WrongRules.StopsEverything.class, "promisingTrialsGoOn"));
  }

  @ParameterizedTest
  @MethodSource("wrong")
  void aWrongRuleFails(Class<?> suite, String check) {
    assertThat(Suites.failures(suite)).contains(check);
  }

  static class WithoutCases extends StoppingRuleContract {
    @Override
    protected StoppingRule rule() {
      return new BelowTheMedian();
    }
  }

  static class Sound extends WithoutCases {
    @Override
    protected List<Situation> hopeless() {
      return List.of(situation(0.1));
    }

    @Override
    protected List<Situation> promising() {
      return List.of(situation(0.9));
    }

    private static Situation situation(double accuracy) {
      List<TrialResult> known =
          IntStream.rangeClosed(1, 3)
              .mapToObj(
                  number ->
                      new TrialResult(
                          trial(number),
                          new Outcome.Completed(List.of(measured(0.5)), Account.empty()),
                          0.5))
              .toList();
      return new Situation(trial(4), List.of(measured(accuracy)), known);
    }

    private static Trial trial(int number) {
      Proposal proposal = Proposal.of(Architecture.empty(), Fidelity.epochs(2));
      return new Trial(number, proposal, 1, number - 1);
    }

    private static Measurement measured(double accuracy) {
      return new Measurement(1, Map.of(Measurement.VALIDATION_ACCURACY, accuracy));
    }
  }
}
