package org.espalier.nas.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Set;
import java.util.stream.Stream;
import org.espalier.nas.api.controller.Controller;
import org.espalier.nas.api.random.RandomStreams;
import org.espalier.nas.api.space.SearchSpace;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Each check fails for a controller that is wrong in just that. */
class ControllerContractTest {

  @Test
  void aSoundControllerPasses() {
    assertThat(Suites.failures(Sound.class)).isEmpty();
    assertThat(Suites.aborted(Sound.class)).isEmpty();
  }

  @Test
  void aControllerWithoutRandomnessThatRepeatsItselfPassesIfItSaysSo() {
    assertThat(Suites.failures(RoundRobin.class)).isEmpty();
    assertThat(Suites.aborted(RoundRobin.class))
        .isEqualTo(Set.of("differentSeedsProposeDifferently"));
  }

  static Stream<Arguments> wrong() {
    return Stream.of(
        Arguments.of(WrongControllers.Incomplete.class, "proposalsAreValid"),
        Arguments.of(WrongControllers.PredictsNaN.class, "proposalsAreValid"),
        Arguments.of(WrongControllers.TooMany.class, "proposalsAreValid"),
        Arguments.of(
            WrongControllers.ContinuesTheFuture.class, "onlyTrialsThatWereToldAreContinued"),
        Arguments.of(WrongControllers.Unseeded.class, "theSameSeedProposesTheSame"),
        Arguments.of(WrongControllers.IgnoresTheSeed.class, "differentSeedsProposeDifferently"),
        Arguments.of(
            WrongControllers.SharedState.class, "twoControllersAtOnceDoNotDisturbEachOther"),
        Arguments.of(
            WrongControllers.Forgets.class, "aRestoredSnapshotContinuesExactlyFromEveryStep"),
        Arguments.of(
            WrongControllers.SnapshotDisturbs.class,
            "aRestoredSnapshotContinuesExactlyFromEveryStep"),
        Arguments.of(WrongControllers.SwallowsNoise.class, "whatIsNotASnapshotIsRefused"),
        Arguments.of(WrongControllers.NeedsRewards.class, "failedTrialsAreAccepted"),
        Arguments.of(WrongControllers.WaitsForWholeBatches.class, "anyLagIsServed"),
        Arguments.of(WrongControllers.Repeats.class, "anExhaustedSpaceEndsTheSearch"),
        Arguments.of(WrongControllers.ReturnsFromTheDead.class, "anExhaustedSpaceEndsTheSearch"),
        Arguments.of(WrongControllers.Hangs.class, "anExhaustedSpaceEndsTheSearch"),
        Arguments.of(WrongControllers.NoBatch.class, "theBatchIsPositive"));
  }

  @ParameterizedTest
  @MethodSource("wrong")
  void aWrongControllerFails(Class<?> suite, String check) {
    assertThat(Suites.failures(suite)).contains(check);
  }

  static class Sound extends ControllerContract {
    @Override
    protected Controller controller(SearchSpace space, RandomStreams streams) {
      return new Shuffled(space, streams.studySeed());
    }

    @Override
    protected Duration patience() {
      return Duration.ofSeconds(30);
    }
  }

  /** Goes round the space for ever, in the same order whatever the seed. */
  static class RoundRobin extends ControllerContract {
    @Override
    protected Controller controller(SearchSpace space, RandomStreams streams) {
      return Shuffled.endless(space, 7);
    }

    @Override
    protected boolean drawsRandomly() {
      return false;
    }

    @Override
    protected boolean avoidsRepeats() {
      return false;
    }
  }
}
