package org.espalier.nas.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.espalier.nas.api.evaluation.Reward;
import org.espalier.nas.api.trial.Measurement;
import org.espalier.nas.api.trial.Outcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A test that each check fails for a reward that violates only this check. */
class RewardContractTest {

  @Test
  void aSoundRewardPasses() {
    Suites.Unsuccessful sound = Suites.unsuccessful(Sound.class);
    assertThat(sound.failed()).isEmpty();
    assertThat(sound.aborted()).isEmpty();
  }

  @Test
  void aRewardOfFactsAlonePasses() {
    Suites.Unsuccessful ofFacts = Suites.unsuccessful(OfFacts.class);
    assertThat(ofFacts.failed()).isEmpty();
    assertThat(ofFacts.aborted())
        .containsExactlyInAnyOrder("aMetricThatIsMissingIsNamed", "whatIsNotANumberIsNotRewarded");
  }

  static Stream<Arguments> wrong() {
    return Stream.of(
        Arguments.of(WrongRewards.Infinite.class, "usualTrialsHaveAFiniteReward"),
        Arguments.of(WrongRewards.NeedsTwoEpochs.class, "oneMeasurementIsEnough"),
        Arguments.of(WrongRewards.RefusesStopped.class, "stoppedTrialsHaveAFiniteReward"),
        Arguments.of(WrongRewards.RemembersTheBest.class, "theSameOutcomeHasTheSameReward"),
        Arguments.of(WrongRewards.Unrepeatable.class, "theSameOutcomeHasTheSameReward"),
        Arguments.of(WrongRewards.LikesTheFast.class, "timeIsNotRewarded"),
        Arguments.of(WrongRewards.ZeroForMissing.class, "aMetricThatIsMissingIsNamed"),
        Arguments.of(WrongRewards.NamesNothing.class, "aMetricThatIsMissingIsNamed"),
        Arguments.of(WrongRewards.ThrowsAnything.class, "aMetricThatIsMissingIsNamed"),
        Arguments.of(WrongRewards.ZeroForNaN.class, "whatIsNotANumberIsNotRewarded"),
        Arguments.of(WrongRewards.UpsideDown.class, "betterMeasurementsAreNotRewardedLess"),
        Arguments.of(WrongRewards.SaysNothing.class, "theDescriptionSaysSomething"));
  }

  @ParameterizedTest
  @MethodSource("wrong")
  void aWrongRewardFails(Class<?> suite, String check) {
    assertThat(Suites.failures(suite)).containsExactly(check);
  }

  @ParameterizedTest
  @ValueSource(classes = {WrongRewards.Ages.class, WrongRewards.Tires.class})
  void aRewardThatChangesOverTimeFails(Class<?> suite) {
    assertThat(Suites.trouble(suite, "theRewardDoesNotChangeOverTime"))
        .get()
        .asString()
        .contains("reward");
  }

  /** The accuracy of the last epoch. */
  static class Sound extends RewardContract {
    @Override
    protected Reward reward() {
      return new LastAccuracy();
    }

    @Override
    protected List<Measurement> usual() {
      return List.of(accuracy(1, 0.5), accuracy(2, 0.75));
    }

    @Override
    protected Set<String> needed() {
      return Set.of(LastAccuracy.METRIC);
    }

    @Override
    protected List<Measurement> better() {
      return List.of(accuracy(1, 0.5), accuracy(2, 0.875));
    }

    private static Measurement accuracy(int step, double value) {
      return new Measurement(step, Map.of(LastAccuracy.METRIC, value, "loss", 1.0));
    }
  }

  static class OfFacts extends Sound {
    @Override
    protected Reward reward() {
      return new Reward() {
        @Override
        public double of(Outcome outcome) {
          return -outcome.account().facts().getOrDefault("parameters", Double.NaN);
        }

        @Override
        public String description() {
          return "few parameters";
        }
      };
    }

    @Override
    protected Set<String> needed() {
      return Set.of();
    }

    @Override
    protected Map<String, Double> facts() {
      return Map.of("parameters", 100.0);
    }
  }
}
