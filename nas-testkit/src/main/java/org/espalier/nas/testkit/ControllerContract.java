package org.espalier.nas.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.time.Duration;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import org.espalier.nas.api.controller.Controller;
import org.espalier.nas.api.random.RandomStreams;
import org.espalier.nas.api.space.SearchSpace;
import org.espalier.nas.testkit.space.ReferenceSpace;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * What every controller must hold to. A test class extends it, supplies the controller and inherits
 * the checks; use a class, or a nested class, for each variant of the settings that matters.
 *
 * <p>Some checks run in a fresh JVM, which creates the test class by its constructor without
 * parameters (and, if it is nested, those around it) and calls its methods; nothing else of JUnit
 * runs there, so the controller must not depend on {@code @BeforeEach} and the like.
 *
 * <p>What a controller learns is not judged here. Add {@link LearnsBandit} and {@link BeatsRandom}
 * if it is to learn, and {@link Permanence} once its behaviour is not to change unseen.
 */
@ExtendWith(FreshJvmResolver.class)
public abstract class ControllerContract {

  /** A new controller, configured as the experiment would configure it. */
  protected abstract Controller controller(SearchSpace space, RandomStreams streams);

  /**
   * The reference spaces that the controller can search; by default all. Over any other the
   * controller must not be created: it throws a {@link org.espalier.nas.api.NasException} whose
   * message says why.
   */
  protected Set<ReferenceSpace> serves() {
    return EnumSet.allOf(ReferenceSpace.class);
  }

  /**
   * The space of those checks that need one only; by default the first of the reference spaces that
   * the controller serves. It should have more architectures than {@link #trials()}.
   */
  protected SearchSpace space() {
    return Arrays.stream(ReferenceSpace.values())
        .filter(serves()::contains)
        .findFirst()
        .orElseThrow(
            () -> new IllegalStateException("No reference space is served; override space()."))
        .space();
  }

  /** The number of trials of each search; fewer than the space has architectures. */
  protected int trials() {
    return 40;
  }

  /** Whether the seed matters; false for a controller such as a grid. */
  protected boolean drawsRandomly() {
    return true;
  }

  /** Whether the controller never proposes an architecture twice. */
  protected boolean avoidsRepeats() {
    return true;
  }

  /** The number of trials of the long search; lower it for a controller that learns slowly. */
  protected int manyTrials() {
    return 10_000;
  }

  /** The heap, in MiB, in which the long search must find room. */
  protected int heap() {
    return 256;
  }

  /** The largest snapshot, in bytes, after so many trials; by default 1 MiB and 4 KiB a trial. */
  protected long largestSnapshot(int trials) {
    return 1024L * 1024 + 4096L * trials;
  }

  /**
   * The beginnings of the names of the daemon threads that a library keeps for the life of the JVM,
   * which may stay after {@link Controller#close()}; by default none.
   */
  protected Set<String> threadsThatStay() {
    return Set.of();
  }

  /** How long one check may take before the controller counts as hanging. */
  protected Duration patience() {
    return Duration.ofMinutes(2);
  }

  @Test
  void proposalsAreValidInEverySpaceServed() {
    within(() -> new ProposalChecks(this).areValidInEverySpaceServed());
  }

  @Test
  void otherSpacesAreRefused() {
    within(() -> new ProposalChecks(this).otherSpacesAreRefused());
  }

  @Test
  void onlyTrialsThatWereToldAreContinued() {
    within(() -> new ProposalChecks(this).continueOnlyWhatWasTold());
  }

  @Test
  void theSameSeedProposesTheSame() {
    within(() -> new ProposalChecks(this).areThoseOfTheSeed());
  }

  @Test
  void differentSeedsProposeDifferently() {
    assumeTrue(drawsRandomly(), "the seed does not matter");
    within(() -> new ProposalChecks(this).differWithTheSeed());
  }

  @Test
  void twoControllersAtOnceDoNotDisturbEachOther() {
    within(() -> new ProposalChecks(this).areNotDisturbedByAnotherController());
  }

  @Test
  void anExhaustedSpaceEndsTheSearch() {
    within(() -> new ProposalChecks(this).endWithTheSpace());
  }

  @Test
  void theBatchIsPositive() {
    try (Controller controller = controller(space(), new RandomStreams(1))) {
      assertThat(controller.batch()).isPositive();
    }
  }

  @Test
  void everyEndingOfATrialIsAccepted() {
    within(() -> new ResultChecks(this).everyEndingIsAccepted());
  }

  @Test
  void anyLagIsServed() {
    within(() -> new ResultChecks(this).anyLagIsServed());
  }

  @Test
  void resultsMayBeToldInAnyNumber() {
    within(() -> new ResultChecks(this).mayBeToldInAnyNumber());
  }

  @Test
  void resultsToldStayAsTheyAre() {
    within(() -> new ResultChecks(this).stayAsTheyAre());
  }

  @Test
  void resultsToldAreNotReadLater() {
    within(() -> new ResultChecks(this).areNotReadLater());
  }

  @Test
  void aRestoredSnapshotContinuesExactlyFromEveryStep() {
    within(() -> new SnapshotChecks(this).continueExactlyFromEveryStep());
  }

  @Test
  void aSnapshotChangesNothing() {
    within(() -> new SnapshotChecks(this).changeNothing());
  }

  @Test
  void twoSnapshotsInARowAreEqual() {
    within(() -> new SnapshotChecks(this).areEqualInARow());
  }

  @Test
  void aSnapshotTakenStaysAsItIs() {
    within(() -> new SnapshotChecks(this).stayAsTheyAre());
  }

  @Test
  void aSnapshotTakenIsNotReadLater() {
    within(() -> new SnapshotChecks(this).areNotReadLater());
  }

  @Test
  void restoringNeitherChangesNorKeepsTheSnapshot() {
    within(() -> new SnapshotChecks(this).areNeitherChangedNorKeptByRestoring());
  }

  @Test
  void whatIsNotASnapshotIsRefused() {
    within(() -> new SnapshotChecks(this).nothingElseIsTaken());
  }

  @Test
  void aFreshJvmProposesTheSame(FreshJvm jvm) {
    within(() -> jvm.checkProposals(this));
  }

  @Test
  void noThreadIsLeftBehind(FreshJvm jvm) {
    jvm.checkThreads();
  }

  @Test
  void noFileIsLeftBehind(FreshJvm jvm) {
    jvm.checkFiles();
  }

  @Test
  void manyTrialsFitIntoBoundedMemory(FreshJvm jvm) {
    jvm.checkLongSearch();
  }

  /** The contract that a gate, an interface beside it, is part of. */
  static ControllerContract of(Object gate) {
    if (gate instanceof ControllerContract contract) {
      return contract;
    }
    throw new IllegalStateException(
        gate.getClass().getName()
            + " must extend ControllerContract, which supplies the controller.");
  }

  final void within(Runnable check) {
    assertTimeoutPreemptively(patience(), check::run);
  }
}
