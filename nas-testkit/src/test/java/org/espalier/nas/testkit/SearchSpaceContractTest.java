package org.espalier.nas.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.espalier.nas.api.space.SearchSpace;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.platform.engine.TestExecutionResult.Status;

/** A test that each check fails for a space that violates only this check. */
class SearchSpaceContractTest {

  @Test
  void aSoundSpacePassesWhatApplies() {
    Suites.Unsuccessful sound = Suites.unsuccessful(Sound.class);
    assertThat(sound.failed()).isEmpty();
    assertThat(sound.aborted())
        .containsExactlyInAnyOrder(
            "whatIsNotFiniteIsNeitherEnumeratedNorSampledUniformly",
            "networksAreMadeOfTheLayersNamed",
            "networksTakeAndGiveTheSameShapes",
            "theSameArchitectureIsTheSameNetwork",
            "theCanonicalFormHasAsManyParameters",
            "minimumSizesBoundTheNetworks",
            "whatIsIncompleteIsNoNetwork");
    Suites.Unsuccessful soundNetworks = Suites.unsuccessful(SoundNetworks.class);
    assertThat(soundNetworks.failed()).isEmpty();
    assertThat(soundNetworks.aborted())
        .containsExactly("whatIsNotFiniteIsNeitherEnumeratedNorSampledUniformly");
    Suites.Unsuccessful soundReal = Suites.unsuccessful(SoundReal.class);
    assertThat(soundReal.failed()).isEmpty();
    assertThat(soundReal.aborted())
        .containsExactlyInAnyOrder(
            "uniformSamplesAreValid",
            "theCountIsThatOfTheEnumeration",
            "theEnumerationHoldsEachArchitectureOnce",
            "uniformSamplesAreUniform",
            "mutationReachesEveryMember",
            "networksAreMadeOfTheLayersNamed",
            "networksTakeAndGiveTheSameShapes",
            "theSameArchitectureIsTheSameNetwork",
            "theCanonicalFormHasAsManyParameters",
            "minimumSizesBoundTheNetworks",
            "whatIsIncompleteIsNoNetwork");
  }

  static Stream<Arguments> wrong() {
    return Stream.of(
        Arguments.of(WrongDecisions.NeverEnds.class, "walksEndWithinTheNumberOfDecisions"),
        Arguments.of(WrongDecisions.TwinNames.class, "decisionsHaveDistinctNames"),
        Arguments.of(
            WrongDecisions.ForgetsADecision.class, "decisionsCoverEveryDecisionAskedInOrder"),
        Arguments.of(WrongDecisions.OtherOptions.class, "decisionsCoverEveryDecisionAskedInOrder"),
        Arguments.of(WrongDecisions.ShortRange.class, "decisionsCoverEveryDecisionAskedInOrder"),
        Arguments.of(WrongDecisions.OutOfOrder.class, "decisionsCoverEveryDecisionAskedInOrder"),
        Arguments.of(WrongDecisions.Moody.class, "theSamePrefixIsAskedTheSame"),
        Arguments.of(WrongOperations.SamplesPrefixes.class, "samplesAreValid"),
        Arguments.of(WrongOperations.SamplesWithState.class, "samplesDependOnTheRandomStreamAlone"),
        Arguments.of(WrongOperations.SamplesPrefixesUniformly.class, "uniformSamplesAreValid"),
        Arguments.of(
            WrongOperations.EnumeratesReals.class,
            "whatIsNotFiniteIsNeitherEnumeratedNorSampledUniformly"),
        Arguments.of(WrongOperations.Miscounts.class, "theCountIsThatOfTheEnumeration"),
        Arguments.of(
            WrongOperations.EnumeratesTwice.class, "theEnumerationHoldsEachArchitectureOnce"),
        Arguments.of(
            WrongOperations.ContainsAnything.class, "whatIsIncompleteOrForeignIsNotContained"),
        Arguments.of(WrongOperations.ParsesNothing.class, "textsParseBack"),
        Arguments.of(WrongOperations.MutatesNothing.class, "mutantsAreValidAndDiffer"),
        Arguments.of(WrongOperations.MutatesOut.class, "mutantsAreValidAndDiffer"),
        Arguments.of(
            WrongOperations.CanonicalGoesOn.class, "theCanonicalFormIsValidAndItsOwnCanonicalForm"),
        Arguments.of(WrongRelatives.CrossesOut.class, "childrenOfTwoAreValidAndTakeAfterThem"),
        Arguments.of(
            WrongRelatives.ChildrenOfNobody.class, "childrenOfTwoAreValidAndTakeAfterThem"),
        Arguments.of(WrongRelatives.ForgetsThePrefix.class, "prefixesAreCompletedAsTheOtherSays"),
        Arguments.of(WrongRelatives.ForgetsTheDonor.class, "prefixesAreCompletedAsTheOtherSays"),
        Arguments.of(WrongRelatives.ItsOwnNeighbour.class, "neighboursAreValidDistinctAndOthers"),
        Arguments.of(WrongRelatives.NeighboursTwice.class, "neighboursAreValidDistinctAndOthers"),
        Arguments.of(WrongRelatives.OneWay.class, "neighboursAreValidDistinctAndOthers"),
        Arguments.of(WrongRelatives.NeighboursOutside.class, "neighboursAreValidDistinctAndOthers"),
        Arguments.of(WrongDraws.UnevenUniformly.class, "uniformSamplesAreUniform"),
        Arguments.of(WrongDraws.LeavesOneOut.class, "uniformSamplesAreUniform"),
        Arguments.of(WrongDraws.KeepsTheFirstChoice.class, "mutationReachesEveryMember"),
        Arguments.of(WrongDraws.OfOneThread.class, "severalThreadsGetTheSameAnswers"),
        Arguments.of(WrongDecisions.EndlessLabels.class, "snapshotsKeepArchitecturesExactly"),
        Arguments.of(WrongNetworks.HidesALayer.class, "networksAreMadeOfTheLayersNamed"),
        Arguments.of(WrongNetworks.OutputsOfAnySize.class, "networksTakeAndGiveTheSameShapes"),
        Arguments.of(WrongNetworks.InputsOfAnySize.class, "networksTakeAndGiveTheSameShapes"),
        Arguments.of(WrongNetworks.Moody.class, "theSameArchitectureIsTheSameNetwork"),
        Arguments.of(WrongNetworks.CanonicalShrinks.class, "theCanonicalFormHasAsManyParameters"),
        Arguments.of(WrongNetworks.OverstatesTheMinimum.class, "minimumSizesBoundTheNetworks"),
        Arguments.of(WrongNetworks.UnderstatesTheWhole.class, "minimumSizesBoundTheNetworks"),
        Arguments.of(WrongNetworks.SilentAtFirst.class, "minimumSizesBoundTheNetworks"),
        Arguments.of(WrongNetworks.LowersPrefixes.class, "whatIsIncompleteIsNoNetwork"));
  }

  @ParameterizedTest
  @MethodSource("wrong")
  void aWrongSpaceFails(Class<?> suite, String check) {
    assertThat(Suites.result(suite, check).getStatus()).isEqualTo(Status.FAILED);
  }

  static class Sound extends SearchSpaceContract {
    @Override
    protected SearchSpace space() {
      return new Tokens();
    }
  }

  static class SoundNetworks extends SearchSpaceContract {
    @Override
    protected SearchSpace space() {
      return new TokenNetworks();
    }
  }

  static class SoundReal extends SearchSpaceContract {
    @Override
    protected SearchSpace space() {
      return new Reals();
    }
  }
}
