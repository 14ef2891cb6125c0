package org.espalier.nas.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.espalier.nas.api.data.Dataset;
import org.espalier.nas.api.data.DatasetInfo;
import org.espalier.nas.api.data.Finding;
import org.espalier.nas.api.data.Part;
import org.espalier.nas.api.data.Task;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A test that each check fails for a data set that violates only this check. */
class DatasetContractTest {

  @Test
  void soundDataPass() {
    Suites.Unsuccessful sound = Suites.unsuccessful(Sound.class);
    assertThat(sound.failed()).isEmpty();
    assertThat(sound.aborted()).isEmpty();
  }

  @Test
  void soundFoldsPass() {
    assertThat(Suites.failures(SoundFolds.class)).isEmpty();
  }

  @Test
  void numbersNeedNotBeClasses() {
    Suites.Unsuccessful soundNumbers = Suites.unsuccessful(SoundNumbers.class);
    assertThat(soundNumbers.failed()).isEmpty();
    assertThat(soundNumbers.aborted())
        .containsExactlyInAnyOrder("targetsAreClasses", "otherDataHaveAnotherHash");
  }

  @Test
  void examplesMayHaveSeveralLabels() {
    Suites.Unsuccessful soundLabels = Suites.unsuccessful(SoundLabels.class);
    assertThat(soundLabels.failed()).isEmpty();
    assertThat(soundLabels.aborted())
        .containsExactlyInAnyOrder("targetsAreClasses", "otherDataHaveAnotherHash");
  }

  @Test
  void rowsMayRepeatIfTheAuditSaysSo() {
    assertThat(Suites.failures(RepeatsAndSaysSo.class)).isEmpty();
  }

  static Stream<Arguments> wrong() {
    return Stream.of(
        Arguments.of(WrongDatasets.NothingToTrainOn.class, "thereIsSomethingToTrainOn"),
        Arguments.of(WrongDatasets.NothingToCompareOn.class, "thereIsSomethingToCompareOn"),
        Arguments.of(WrongDatasets.OneFold.class, "foldsHaveTheShapeAndTheTestPartOfTheData"),
        Arguments.of(
            WrongDatasets.FoldWithoutValidation.class, "foldsHaveTheShapeAndTheTestPartOfTheData"),
        Arguments.of(
            WrongDatasets.FoldWithOtherTest.class, "foldsHaveTheShapeAndTheTestPartOfTheData"),
        Arguments.of(WrongDatasets.FoldsMadeAnew.class, "foldsHaveTheShapeAndTheTestPartOfTheData"),
        Arguments.of(WrongDatasets.RepeatsInTheTest.class, "theAuditKnowsOfExamplesInTwoParts"),
        Arguments.of(WrongDatasets.SameHashForAll.class, "otherDataHaveAnotherHash"),
        Arguments.of(WrongDatasets.Nameless.class, "theInfoNamesTheData"),
        Arguments.of(WrongDatasets.Miscounts.class, "theInfoHasTheSizesOfTheParts"),
        Arguments.of(WrongDatasets.OtherShape.class, "theInfoHasTheShapeOfTheExamples"),
        Arguments.of(WrongDatasets.NoHash.class, "theHashIsASha256"),
        Arguments.of(WrongDatasets.CopiesEachTime.class, "theSameObjectsAreGivenEachTime"),
        Arguments.of(WrongDatasets.HoldsNaN.class, "allIsFinite"),
        Arguments.of(WrongDatasets.InfiniteTargets.class, "allIsFinite"),
        Arguments.of(WrongDatasets.OneClassTooMany.class, "targetsAreClasses"),
        Arguments.of(WrongDatasets.HalfAClass.class, "targetsAreClasses"),
        Arguments.of(WrongDatasets.HalfALabel.class, "examplesHaveTheTargetsOfTheTask"),
        Arguments.of(WrongDatasets.OneTargetForTwoLabels.class, "examplesHaveTheTargetsOfTheTask"),
        Arguments.of(WrongDatasets.DrawsAnew.class, "theSameSeedGivesTheSameData"),
        Arguments.of(WrongDatasets.HashesAnew.class, "theSameSeedGivesTheSameData"),
        Arguments.of(WrongDatasets.AuditScales.class, "askingChangesNothing"),
        Arguments.of(WrongDatasets.AuditFails.class, "theAuditSaysTheSameAgain"),
        Arguments.of(WrongDatasets.AuditForgets.class, "theAuditSaysTheSameAgain"),
        Arguments.of(WrongDatasets.OfOneThread.class, "severalThreadsReadTheSame"));
  }

  @ParameterizedTest
  @MethodSource("wrong")
  void wrongDataFail(Class<?> suite, String check) {
    assertThat(Suites.failures(suite)).contains(check);
  }

  static class Sound extends DatasetContract {
    @Override
    protected Dataset dataset() {
      return new Points();
    }

    @Override
    protected Optional<Dataset> another() {
      return Optional.of(
          new Points() {
            @Override
            public DatasetInfo info() {
              return info("others", 3, "fedcba9876543210".repeat(4));
            }
          });
    }
  }

  static class RepeatsAndSaysSo extends Sound {
    @Override
    protected Dataset dataset() {
      return new Points(Part.TEST, new Points().examples(Part.TRAINING)) {
        @Override
        public List<Finding> audit() {
          return List.of(
              new Finding(Finding.Kind.DUPLICATES_ACROSS_PARTS, "test", "It has 3 known rows."));
        }
      };
    }
  }

  static class SoundFolds extends Sound {
    private static final Dataset FOLDED = new FoldedPoints(new Points(), new Points());

    @Override
    protected Dataset dataset() {
      return FOLDED;
    }
  }

  static class SoundLabels extends DatasetContract {
    @Override
    protected Dataset dataset() {
      return WrongDatasets.labelled(2, 0, 1, 1, 1, 0, 0);
    }
  }

  static class SoundNumbers extends DatasetContract {
    @Override
    protected Dataset dataset() {
      return new Points(
          new Task.Regression("price"),
          new float[] {1, 2, 3, 4, 5, 6},
          new float[] {0.5f, 1.5f, -1});
    }
  }
}
