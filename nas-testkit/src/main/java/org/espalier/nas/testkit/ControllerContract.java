package org.espalier.nas.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.time.Duration;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.Function;
import org.espalier.nas.api.controller.Controller;
import org.espalier.nas.api.random.RandomStreams;
import org.espalier.nas.api.space.SearchSpace;
import org.espalier.nas.api.trial.Trial;
import org.espalier.nas.api.trial.TrialResult;
import org.espalier.nas.testkit.space.ReferenceSpace;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * The contract of every controller. A test class extends it, supplies the controller and inherits
 * the checks; use a class, or a nested class, for each variant of the settings that matters.
 *
 * <p>Some checks run in a fresh JVM, which creates the test class by its constructor without
 * parameters (and, if it is nested, those around it) and calls its methods; nothing else of JUnit
 * runs there, so the controller must not depend on {@code @BeforeEach} and the like.
 *
 * <p>This contract does not judge learning. Add {@link LearnsBandit} and {@link BeatsRandom} if the
 * controller should learn, and {@link Permanence} once its behaviour must not change unnoticed.
 * {@link MultiObjectiveControllerContract} is for controllers of several objectives.
 */
@ExtendWith(FreshJvmResolver.class)
public abstract class ControllerContract {

  /** Returns a new controller, configured as an experiment would configure it. */
  protected abstract Controller controller(SearchSpace space, RandomStreams streams);

  /** Returns results as an experiment of this contract has them; by default those of one reward. */
  Function<Trial, TrialResult> results(Function<Trial, TrialResult> rewarded) {
    return rewarded;
  }

  /**
   * Returns the reference spaces that the controller can search; by default all. The creation of
   * the controller over any other space must fail with a {@link org.espalier.nas.api.NasException}
   * whose message gives the reason.
   */
  protected Set<ReferenceSpace> serves() {
    return EnumSet.allOf(ReferenceSpace.class);
  }

  /**
   * Returns the space of the checks that need only one; by default the first of the reference
   * spaces that the controller serves. It should have more architectures than {@link #trials()}.
   */
  protected SearchSpace space() {
    return Arrays.stream(ReferenceSpace.values())
        .filter(serves()::contains)
        .findFirst()
        .orElseThrow(
            () -> new IllegalStateException("No reference space is served; override space()."))
        .space();
  }

  /**
   * Returns the number of trials of each search, smaller than the number of architectures in the
   * space.
   */
  protected int trials() {
    return 40;
  }

  /** Returns true if the seed matters; false for a controller such as a grid. */
  protected boolean drawsRandomly() {
    return true;
  }

  /** Returns true if the controller never proposes an architecture twice. */
  protected boolean avoidsRepeats() {
    return true;
  }

  /**
   * Returns the number of trials of the long search; lower it for a controller that learns slowly.
   */
  protected int manyTrials() {
    return 10_000;
  }

  /** Returns the heap, in MiB, into which the long search must fit. */
  protected int heap() {
    return 256;
  }

  /**
   * Returns the largest size of a snapshot, in bytes, after a number of trials; by default 1 MiB
   * plus 4 KiB for each trial.
   */
  protected long largestSnapshot(int trials) {
    return 1024L * 1024 + 4096L * trials;
  }

  /**
   * Returns the prefixes of the names of daemon threads that a library keeps for the life of the
   * JVM and that may remain after {@link Controller#close()}; by default none.
   */
  protected Set<String> threadsThatStay() {
    return Set.of();
  }

  /** Returns the duration of one check after which the controller counts as hanging. */
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
  void trialsOfOthersLetTheSearchGoOn() {
    within(() -> new ObservationChecks(this).letTheSearchGoOn());
  }

  @Test
  void trialsOfOthersArePartOfSnapshots() {
    within(() -> new ObservationChecks(this).arePartOfSnapshots());
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

  /** Returns the contract that a gate, an interface of the same test class, belongs to. */
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
