package org.espalier.nas.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.espalier.nas.api.storage.ArtifactStore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A test that each check fails for a store that violates it. */
class ArtifactStoreContractTest {

  @Test
  void aSoundStorePasses() {
    assertThat(Suites.failures(Sound.class)).isEmpty();
  }

  static Stream<Arguments> wrong() {
    return Stream.of(
        Arguments.of(WrongArtifacts.ThrowsForMissing.class, "aKeyWithoutContentIsEmpty"),
        Arguments.of(WrongArtifacts.Appends.class, "aLaterContentTakesThePlaceOfAnEarlierOne"),
        Arguments.of(WrongArtifacts.CutsOff.class, "othersReadWhatWasWritten"),
        Arguments.of(WrongArtifacts.KeepsTheFirstPiece.class, "aContentIsWrittenInPieces"),
        Arguments.of(WrongArtifacts.ListsByText.class, "keysAreListedInOrderBelowWholeNames"),
        Arguments.of(WrongArtifacts.DeletesBelow.class, "onlyWhatIsDeletedIsGone"),
        Arguments.of(
            WrongArtifacts.WritesInPlace.class, "aContentThatCannotBeWrittenLeavesTheEarlierOne"),
        Arguments.of(WrongArtifacts.WritesInPlace.class, "nobodyReadsAPart"),
        Arguments.of(
            WrongArtifacts.NamesNothing.class, "aContentThatCannotBeWrittenLeavesTheEarlierOne"),
        Arguments.of(WrongArtifacts.NamesNothing.class, "aContentThatCannotBeReadIsNamed"),
        Arguments.of(
            WrongArtifacts.WrapsEverything.class, "errorsOfThoseWhoWriteAndReadAreTheirOwn"),
        Arguments.of(WrongArtifacts.TakesAnyKey.class, "otherKeysAreRefused"),
        Arguments.of(WrongArtifacts.DeletesAlways.class, "whoMustNotDeleteReadsAndWrites"),
        Arguments.of(WrongArtifacts.RefusesTwoAtOnce.class, "someWriteWhileOthersDelete"));
  }

  @ParameterizedTest
  @MethodSource("wrong")
  void aWrongStoreFails(Class<?> suite, String check) {
    assertThat(Suites.trouble(suite, check)).isPresent();
  }

  /** Artifacts in memory. */
  static class Sound extends ArtifactStoreContract {
    private final MemoryArtifacts first = new MemoryArtifacts();

    @Override
    protected ArtifactStore store() {
      return wrong(first);
    }

    ArtifactStore wrong(MemoryArtifacts sound) {
      return new MemoryArtifacts(sound.contents);
    }
  }
}
