package org.espalier.nas.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.stream.Stream;
import org.espalier.nas.api.controller.Controller;
import org.espalier.nas.api.random.RandomStreams;
import org.espalier.nas.api.space.SearchSpace;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.platform.engine.TestExecutionResult.Status;

/** A test that each check fails for a controller that violates only this check. */
class ControllerContractTest {

  @Test
  void aSoundControllerPassesWhatApplies() {
    Suites.Unsuccessful sound = Suites.unsuccessful(Sound.class);
    assertThat(sound.failed()).isEmpty();
    assertThat(sound.aborted()).isEqualTo(Set.of("otherSpacesAreRefused"));
  }

  @Test
  void aControllerWithoutRandomnessThatRepeatsItselfPassesIfItSaysSo() {
    Suites.Unsuccessful roundRobin = Suites.unsuccessful(RoundRobin.class);
    assertThat(roundRobin.failed()).isEmpty();
    assertThat(roundRobin.aborted())
        .isEqualTo(Set.of("differentSeedsProposeDifferently", "otherSpacesAreRefused"));
  }

  static Stream<Arguments> wrongProposals() {
    String valid = "proposalsAreValidInEverySpaceServed";
    String refused = "otherSpacesAreRefused";
    return Stream.of(
        Arguments.of(WrongProposals.Incomplete.class, valid),
        Arguments.of(WrongProposals.PredictsNaN.class, valid),
        Arguments.of(WrongProposals.TooMany.class, valid),
        Arguments.of(WrongProposals.LosesTheNumbers.class, valid),
        Arguments.of(WrongProposals.ServesMoreThanItSays.class, refused),
        Arguments.of(WrongProposals.RefusesSilently.class, refused),
        Arguments.of(WrongProposals.FailsOverOthers.class, refused),
        Arguments.of(WrongProposals.ContinuesTheFuture.class, "onlyTrialsThatWereToldAreContinued"),
        Arguments.of(WrongProposals.Unseeded.class, "theSameSeedProposesTheSame"),
        Arguments.of(WrongProposals.IgnoresTheSeed.class, "differentSeedsProposeDifferently"),
        Arguments.of(
            WrongProposals.SharedState.class, "twoControllersAtOnceDoNotDisturbEachOther"));
  }

  static Stream<Arguments> wrongEndings() {
    String accepted = "everyEndingOfATrialIsAccepted";
    String exhausted = "anExhaustedSpaceEndsTheSearch";
    return Stream.of(
        Arguments.of(WrongEndings.NeedsRewards.class, accepted),
        Arguments.of(WrongEndings.NeedsFiniteMetrics.class, accepted),
        Arguments.of(WrongEndings.KnowsNoStopping.class, accepted),
        Arguments.of(WrongEndings.DividesByTheSpread.class, accepted),
        Arguments.of(WrongEndings.Overflows.class, accepted),
        Arguments.of(WrongEndings.WaitsForWholeBatches.class, "anyLagIsServed"),
        Arguments.of(WrongEndings.ReadsOneResult.class, "resultsMayBeToldInAnyNumber"),
        Arguments.of(WrongEndings.EmptiesTheList.class, "resultsToldStayAsTheyAre"),
        Arguments.of(WrongEndings.KeepsTheList.class, "resultsToldAreNotReadLater"),
        Arguments.of(WrongEndings.Repeats.class, exhausted),
        Arguments.of(WrongEndings.ReturnsFromTheDead.class, exhausted),
        Arguments.of(WrongEndings.Hangs.class, exhausted),
        Arguments.of(WrongEndings.NoBatch.class, "theBatchIsPositive"));
  }

  static Stream<Arguments> wrongSnapshots() {
    String restoring = "restoringNeitherChangesNorKeepsTheSnapshot";
    String noise = "whatIsNotASnapshotIsRefused";
    return Stream.of(
        Arguments.of(
            WrongSnapshots.Forgets.class, "aRestoredSnapshotContinuesExactlyFromEveryStep"),
        Arguments.of(WrongSnapshots.SnapshotDisturbs.class, "aSnapshotChangesNothing"),
        Arguments.of(WrongSnapshots.CountsSnapshots.class, "twoSnapshotsInARowAreEqual"),
        Arguments.of(WrongSnapshots.ReusesItsBuffer.class, "aSnapshotTakenStaysAsItIs"),
        Arguments.of(WrongSnapshots.HandsOutItsState.class, "aSnapshotTakenIsNotReadLater"),
        Arguments.of(WrongSnapshots.ErasesWhatItRestores.class, restoring),
        Arguments.of(WrongSnapshots.RestoresLate.class, restoring),
        Arguments.of(WrongSnapshots.SwallowsNoise.class, noise),
        Arguments.of(WrongSnapshots.SwallowsNothing.class, noise),
        Arguments.of(WrongSnapshots.SwallowsHalves.class, noise));
  }

  static Stream<Arguments> wrongResidue() {
    String same = "aFreshJvmProposesTheSame";
    String memory = "manyTrialsFitIntoBoundedMemory";
    return Stream.of(
        Arguments.of(WrongResidue.RemembersStatically.class, same),
        Arguments.of(WrongResidue.ReadsTheLocale.class, same),
        Arguments.of(WrongResidue.BreaksElsewhere.class, same),
        Arguments.of(WrongResidue.LeavesAThread.class, "noThreadIsLeftBehind"),
        Arguments.of(WrongResidue.LeavesAFile.class, "noFileIsLeftBehind"),
        Arguments.of(WrongResidue.LeavesATemporaryFile.class, "noFileIsLeftBehind"),
        Arguments.of(WrongResidue.Hoards.class, memory),
        Arguments.of(WrongResidue.SnapshotsGrow.class, memory),
        Arguments.of(WrongResidue.ForgetsAtLength.class, memory),
        Arguments.of(WrongResidue.HangsAtLength.class, memory));
  }

  @ParameterizedTest
  @MethodSource({"wrongProposals", "wrongEndings", "wrongSnapshots", "wrongResidue"})
  void aWrongControllerFails(Class<?> suite, String check) {
    assertThat(Suites.result(suite, check).getStatus()).isEqualTo(Status.FAILED);
  }

  @Test
  void whatWentWrongInTheFreshJvmIsShown() {
    assertThat(Suites.trouble(WrongResidue.BreaksElsewhere.class, "aFreshJvmProposesTheSame"))
        .get()
        .asString()
        .contains("exit code 1", "There is no file settings.txt here.");
    assertThat(Suites.trouble(WrongResidue.Hoards.class, "manyTrialsFitIntoBoundedMemory"))
        .get()
        .asString()
        .contains("The controller needs more than 256 MiB for 10000 trials");
  }

  static Stream<Arguments> explained() {
    return Stream.of(
        Arguments.of(
            WrongSnapshots.Forgets.class,
            "aRestoredSnapshotContinuesExactlyFromEveryStep",
            "a field that snapshot() does not write"),
        Arguments.of(WrongProposals.Unseeded.class, "theSameSeedProposesTheSame", "Math.random()"),
        Arguments.of(
            WrongProposals.SharedState.class,
            "twoControllersAtOnceDoNotDisturbEachOther",
            "a static field"),
        Arguments.of(WrongResidue.ReadsTheLocale.class, "aFreshJvmProposesTheSame", "locale"),
        Arguments.of(WrongEndings.KeepsTheList.class, "resultsToldAreNotReadLater", "tell()"),
        Arguments.of(WrongSnapshots.SnapshotDisturbs.class, "aSnapshotChangesNothing", "counting"));
  }

  @ParameterizedTest
  @MethodSource("explained")
  void aFailureExplainsItselfInFiveLines(Class<?> suite, String check, String cause) {
    String message = String.valueOf(Suites.trouble(suite, check).orElseThrow().getMessage());

    assertThat(message.lines()).hasSize(5).allMatch(line -> line.length() < 220);
    assertThat(message)
        .containsPattern("differ from number \\d+ on")
        .contains("\n  expected: ", "\n  actual:   ", "\n  Likely cause: ", "\n  Look at: ")
        .contains(cause);
  }

  /** A controller that cycles through the space forever, in the same order for every seed. */
  static class RoundRobin extends Sound {
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
