package org.espalier.nas.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.espalier.nas.api.evaluation.Directive;
import org.espalier.nas.api.evaluation.Evaluator;
import org.espalier.nas.api.evaluation.Progress;
import org.espalier.nas.api.evaluation.StudyListener;
import org.espalier.nas.api.space.SearchSpace;
import org.espalier.nas.api.trial.Fidelity;
import org.espalier.nas.api.trial.Measurement;
import org.espalier.nas.api.trial.Outcome;
import org.espalier.nas.api.trial.Proposal;
import org.espalier.nas.api.trial.Trial;
import org.junit.jupiter.api.Test;

/**
 * The contract of every evaluator. A test class extends it, supplies evaluators of one study and
 * the space that they evaluate, and inherits the checks. The checks evaluate some thirty trials of
 * {@link #fidelity()}, so the task should be tiny.
 */
public abstract class EvaluatorContract {
  /** Number of seeds, large enough to detect coarsely rounded noise. */
  private static final int SEEDS = 8;

  /**
   * Returns another evaluator of the same study, as for another worker. State that evaluators share
   * is created once for each test, for example in a field of the test class.
   */
  protected abstract Evaluator evaluator() throws Exception;

  /** Returns the space whose architectures are evaluated; each of them must be usable. */
  protected abstract SearchSpace space();

  /**
   * Returns the fidelity of a trial; more than one epoch, unless the evaluator supports only one.
   */
  protected Fidelity fidelity() {
    return Fidelity.epochs(3);
  }

  /**
   * Returns proposals that the evaluator cannot evaluate, for example a network too large for
   * memory; none, unless overridden. They must fail, each within {@link #patience()}.
   */
  protected List<Proposal> unusable() {
    return List.of();
  }

  /** Returns true if the outcome depends on the seed of the trial; false, unless overridden. */
  protected boolean drawsFromTheSeed() {
    return false;
  }

  /**
   * Returns true if the first epochs of a trial do not depend on its number of epochs, as
   * controllers that compare trials of several lengths expect; false, unless overridden.
   */
  protected boolean longerTrialsBeginAlike() {
    return false;
  }

  /**
   * Returns the listeners that the evaluators of the study share, such as a store of trials'
   * states; none, unless overridden.
   */
  protected List<StudyListener> listeners() throws Exception {
    return List.of();
  }

  /**
   * Returns the folders in which no file may be left; the working folder, unless overridden. Build
   * folders ({@code target}, {@code build}) and hidden ones are ignored.
   */
  protected List<Path> folders() {
    return List.of(Path.of(""));
  }

  /**
   * Returns true if a thread may outlive the evaluator: one of a native library or of the JVM,
   * which the evaluator cannot end.
   */
  protected boolean mayOutlive(Thread thread) {
    return false;
  }

  /**
   * Returns the maximum time for threads to end after {@code close()}, and for a failing trial to
   * fail.
   */
  protected Duration patience() {
    return Duration.ofSeconds(10);
  }

  @Test
  void aTrialCompletes() throws Exception {
    try (Evaluator evaluator = evaluator()) {
      assertThat(evaluator.evaluate(trial(1), Progress.unwatched()))
          .isInstanceOf(Outcome.Completed.class);
    }
  }

  @Test
  void theSameTrialGivesTheSameAgain() throws Exception {
    try (Evaluator evaluator = evaluator()) {
      evaluator.evaluate(trial(1), Progress.unwatched());
      Repeatable first = Repeatable.of(evaluator, trial(2));
      assertThat(Repeatable.of(evaluator, trial(2))).isEqualTo(first);
    }
  }

  @Test
  void anotherEvaluatorOfTheStudyGivesTheSame() throws Exception {
    try (Evaluator one = evaluator();
        Evaluator other = evaluator()) {
      one.evaluate(trial(1), Progress.unwatched());
      Repeatable first = Repeatable.of(one, trial(2));
      assertThat(Repeatable.of(other, trial(2))).isEqualTo(first);
    }
  }

  @Test
  void otherTrialsInBetweenChangeNothing() throws Exception {
    try (Evaluator evaluator = evaluator()) {
      evaluator.evaluate(trial(1), Progress.unwatched());
      Repeatable first = Repeatable.of(evaluator, trial(2));
      evaluator.evaluate(trial(3), Progress.unwatched());
      evaluator.evaluate(trial(4), new ScriptedProgress(Directive.STOP));
      TrialEnding.of(evaluator, trial(5), new ScriptedProgress(Directive.ABANDON));
      assertThat(Repeatable.of(evaluator, trial(2))).isEqualTo(first);
    }
  }

  @Test
  void evaluatorsSideBySideDoNotDisturbEachOther() throws Exception {
    Repeatable alone;
    try (Evaluator evaluator = evaluator()) {
      alone = Repeatable.of(evaluator, trial(1));
    }
    List<Repeatable> together =
        Threads.all(
            2,
            () -> {
              try (Evaluator evaluator = evaluator()) {
                return Repeatable.of(evaluator, trial(1));
              }
            });
    assertThat(together).allMatch(alone::equals, "as of one alone: " + alone);
  }

  @Test
  void stepsAscendWithinTheFidelity() throws Exception {
    for (int epochs : new int[] {1, fidelity().epochs()}) {
      Fidelity fidelity = new Fidelity(epochs, fidelity().dataFraction());
      try (Evaluator evaluator = evaluator()) {
        Outcome outcome = evaluator.evaluate(trial(1, fidelity), Progress.unwatched());
        List<Integer> steps = outcome.measurements().stream().map(Measurement::step).toList();
        assertThat(steps)
            .as("steps at %s", fidelity)
            .isNotEmpty()
            .isSorted()
            .doesNotHaveDuplicates()
            .allMatch(step -> step >= 1 && step <= epochs, "from 1 to " + epochs);
      }
    }
  }

  @Test
  void progressIsToldOfEveryMeasurementInOrder() throws Exception {
    try (Evaluator evaluator = evaluator()) {
      ScriptedProgress progress = new ScriptedProgress(Directive.CONTINUE);
      Outcome outcome = evaluator.evaluate(trial(1), progress);
      assertThat(progress.told()).isEqualTo(outcome.measurements());
    }
  }

  @Test
  void stopIsObeyedAtOnce() throws Exception {
    try (Evaluator evaluator = evaluator()) {
      Outcome whole = evaluator.evaluate(trial(1), Progress.unwatched());
      assumeTrue(whole.measurements().size() > 1, "a trial has one measurement");

      ScriptedProgress progress = new ScriptedProgress(Directive.STOP);
      Outcome stopped = evaluator.evaluate(trial(1), progress);

      assertThat(stopped).isNotInstanceOf(Outcome.Failed.class);
      assertThat(progress.told()).hasSize(1);
      assertThat(stopped.measurements()).isEqualTo(whole.measurements().subList(0, 1));
    }
  }

  @Test
  void abandonedTrialsEndSoon() throws Exception {
    try (Evaluator evaluator = evaluator()) {
      ScriptedProgress progress = new ScriptedProgress(Directive.ABANDON);
      TrialEnding.of(evaluator, trial(1), progress);
      assertThat(progress.told()).as("measurements after a trial was abandoned").hasSizeLessThan(2);
    }
  }

  @Test
  void whatCannotBeEvaluatedFails() throws Exception {
    assumeFalse(unusable().isEmpty(), "everything can be evaluated");
    try (Evaluator evaluator = evaluator()) {
      int number = 2;
      for (Proposal proposal : unusable()) {
        assertFails(evaluator, trial(number++, proposal));
      }
    }
  }

  @Test
  void aTrialThatFailedChangesNothing() throws Exception {
    assumeFalse(unusable().isEmpty(), "everything can be evaluated");
    try (Evaluator evaluator = evaluator()) {
      Repeatable before = Repeatable.of(evaluator, trial(1));
      for (Proposal proposal : unusable()) {
        assertFails(evaluator, trial(2, proposal));
        assertThat(Repeatable.of(evaluator, trial(1))).isEqualTo(before);
      }
    }
  }

  /**
   * Checks that an evaluator's noise depends on the trial, since repetitions would be copies
   * otherwise.
   */
  @Test
  void anotherSeedGivesOther() throws Exception {
    assumeTrue(drawsFromTheSeed(), "the seed makes no difference");
    try (Evaluator evaluator = evaluator()) {
      Proposal proposal = trial(1).proposal();
      Set<Repeatable> given = new HashSet<>();
      for (long seed = 1; seed <= SEEDS; seed++) {
        given.add(Repeatable.of(evaluator, new Trial(1, proposal, seed, 0)));
      }
      assertThat(given).as("outcomes of %s seeds", SEEDS).hasSizeGreaterThan(1);
    }
  }

  @Test
  void aLongerTrialBeginsLikeAShorterOne() throws Exception {
    assumeTrue(longerTrialsBeginAlike(), "a trial depends on its length");
    int epochs = fidelity().epochs();
    Fidelity more = new Fidelity(epochs + 2, fidelity().dataFraction());
    try (Evaluator evaluator = evaluator()) {
      Repeatable shorter = Repeatable.of(evaluator, trial(1));
      Repeatable longer = Repeatable.of(evaluator, trial(1, more));
      assertThat(longer.until(epochs)).isEqualTo(shorter.measurements());
    }
  }

  @Test
  void aContinuedTrialHasAllStepsAndReportsItsOwn() throws Exception {
    new ContinuationChecks(this).hasAllStepsAndReportsItsOwn();
  }

  @Test
  void aContinuedTrialMeasuresWhatOneInOneGoDoes() throws Exception {
    assumeTrue(longerTrialsBeginAlike(), "a trial depends on its length");
    new ContinuationChecks(this).measuresWhatOneInOneGoDoes();
  }

  @Test
  void noThreadOutlivesTheEvaluator() throws Exception {
    LeakCheck residue = useAndClose();
    residue.checkThreads(this::mayOutlive, patience());
  }

  @Test
  void noFileOutlivesTheEvaluator() throws Exception {
    LeakCheck residue = useAndClose();
    residue.checkFiles();
  }

  @Test
  void anUnusedEvaluatorCloses() throws Exception {
    Evaluator evaluator = evaluator();
    assertThatCode(evaluator::close).doesNotThrowAnyException();
  }

  @Test
  void closingTwiceIsAllowed() throws Exception {
    Evaluator evaluator = evaluator();
    try (evaluator) {
      evaluator.evaluate(trial(1), Progress.unwatched());
    }
    assertThatCode(evaluator::close).doesNotThrowAnyException();
  }

  /** Returns the threads and files that a worker leaves behind. */
  private LeakCheck useAndClose() throws Exception {
    LeakCheck residue = LeakCheck.since(folders());
    try (Evaluator evaluator = evaluator()) {
      evaluator.evaluate(trial(1), Progress.unwatched());
      evaluator.evaluate(trial(2), new ScriptedProgress(Directive.STOP));
      TrialEnding.of(evaluator, trial(3), new ScriptedProgress(Directive.ABANDON));
    }
    return residue;
  }

  private void assertFails(Evaluator evaluator, Trial trial) {
    assertThat(TrialEnding.within(patience(), evaluator, trial))
        .as("ending of %s, which cannot be evaluated", trial.proposal())
        .matches(TrialEnding::failed, "a failure");
  }

  private Trial trial(int number) {
    return trial(number, fidelity());
  }

  Trial trial(int number, Fidelity fidelity) {
    return trial(number, Proposal.of(space().sample(RandomWalks.random(number)), fidelity));
  }

  private static Trial trial(int number, Proposal proposal) {
    return new Trial(number, proposal, 1000L + number, number - 1);
  }
}
