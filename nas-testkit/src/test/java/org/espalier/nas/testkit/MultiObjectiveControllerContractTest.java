package org.espalier.nas.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.junit.platform.engine.TestExecutionResult.Status;

/** A test that correct controllers of several objectives pass and each wrong one fails a check. */
class MultiObjectiveControllerContractTest {
  private static final String GATE = "findsBetterFrontsThanRandomSearch";

  @ParameterizedTest
  @ValueSource(
      strings = {
        GATE,
        "everyObjectiveMatters",
        "aSingleRewardIsServed",
        "theControllerIsMarked",
        "everyEndingOfATrialIsAccepted",
        "proposalsAreValidInEverySpaceServed",
        "aRestoredSnapshotContinuesExactlyFromEveryStep",
      })
  void aSoundControllerPasses(String check) {
    assertThat(Suites.trouble(WrongFronts.SoundClimber.class, check)).isEmpty();
  }

  @Test
  void aControllerThatDoesNotLearnFailsTheGateAlone() {
    assertThat(Suites.trouble(WrongFronts.SoundDraws.class, GATE))
        .get()
        .asString()
        .contains("p-value of better fronts than random search at the two bandits");
    assertThat(Suites.result(WrongFronts.SoundDraws.class, "everyObjectiveMatters").getStatus())
        .isEqualTo(Status.ABORTED);
  }

  static Stream<Arguments> wrong() {
    return Stream.of(
        Arguments.of(WrongFronts.IgnoresTheSecond.class, "everyObjectiveMatters"),
        Arguments.of(WrongFronts.IgnoresTheSecond.class, GATE),
        Arguments.of(
            WrongFronts.ForgetsItsFront.class, "aRestoredSnapshotContinuesExactlyFromEveryStep"),
        Arguments.of(WrongFronts.NeedsAReward.class, "proposalsAreValidInEverySpaceServed"),
        Arguments.of(WrongFronts.NeedsKnownViolations.class, "everyEndingOfATrialIsAccepted"),
        Arguments.of(WrongFronts.NeedsSeveral.class, "aSingleRewardIsServed"),
        Arguments.of(WrongFronts.Unmarked.class, "theControllerIsMarked"),
        Arguments.of(WrongFronts.FrontsWithoutContract.class, GATE));
  }

  @ParameterizedTest
  @MethodSource("wrong")
  void aWrongControllerFails(Class<?> suite, String check) {
    assertThat(Suites.result(suite, check).getStatus()).isEqualTo(Status.FAILED);
  }

  @Test
  void theIgnoredObjectiveIsNamed() {
    assertThat(Suites.trouble(WrongFronts.IgnoresTheSecond.class, "everyObjectiveMatters"))
        .get()
        .asString()
        .contains("parameters is turned round");
  }

  @Test
  void theAreaIsThatOfTheUnion() {
    List<double[]> points =
        List.of(new double[] {0.5, 0.25}, new double[] {0.25, 0.5}, new double[] {0.5, 0.5});

    assertThat(DominatedArea.of(points)).isCloseTo(0.5, Offset.offset(1e-12));
    assertThat(DominatedArea.of(List.of())).isZero();
    assertThat(DominatedArea.of(List.of(new double[] {1, 0.1}))).isZero();
  }
}
