package org.espalier.nas.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.espalier.nas.api.evaluation.Directive;
import org.espalier.nas.api.evaluation.Evaluator;
import org.espalier.nas.api.evaluation.Progress;
import org.espalier.nas.api.space.SearchSpace;
import org.espalier.nas.api.trial.Fidelity;
import org.espalier.nas.api.trial.Measurement;
import org.espalier.nas.api.trial.Outcome;
import org.espalier.nas.api.trial.Proposal;
import org.espalier.nas.api.trial.Trial;
import org.junit.jupiter.api.Test;

/**
 * What every evaluator must hold to. A test class extends it, supplies evaluators of one study and
 * the space that they evaluate, and inherits the checks. The checks evaluate some twenty trials of
 * {@link #fidelity()}, so the task should be tiny.
 */
public abstract class EvaluatorContract {

  /**
   * Another evaluator of the same study, as for another worker. What evaluators share is made once
   * for each test, for example in a field of the test class.
   */
  protected abstract Evaluator evaluator() throws Exception;

  /** The space whose architectures are evaluated; any of them must be one that can be used. */
  protected abstract SearchSpace space();

  /** What is spent on a trial; more than one epoch, unless the evaluator knows only one. */
  protected Fidelity fidelity() {
    return Fidelity.epochs(3);
  }

  /**
   * Whether a thread may outlive the evaluator: one of a native library or of the JVM, which is not
   * the evaluator's to end.
   */
  protected boolean mayOutlive(Thread thread) {
    return false;
  }

  /** How long threads may take to end after the evaluator was closed. */
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
      Repeatable first = evaluate(evaluator, trial(2));
      assertThat(evaluate(evaluator, trial(2))).isEqualTo(first);
    }
  }

  @Test
  void anotherEvaluatorOfTheStudyGivesTheSame() throws Exception {
    try (Evaluator one = evaluator();
        Evaluator other = evaluator()) {
      one.evaluate(trial(1), Progress.unwatched());
      Repeatable first = evaluate(one, trial(2));
      assertThat(evaluate(other, trial(2))).isEqualTo(first);
    }
  }

  @Test
  void otherTrialsInBetweenChangeNothing() throws Exception {
    try (Evaluator evaluator = evaluator()) {
      evaluator.evaluate(trial(1), Progress.unwatched());
      Repeatable first = evaluate(evaluator, trial(2));
      evaluator.evaluate(trial(3), Progress.unwatched());
      evaluator.evaluate(trial(4), new Watcher(Directive.STOP));
      abandon(evaluator, trial(5), new Watcher(Directive.ABANDON));
      assertThat(evaluate(evaluator, trial(2))).isEqualTo(first);
    }
  }

  @Test
  void evaluatorsSideBySideDoNotDisturbEachOther() throws Exception {
    Repeatable alone;
    try (Evaluator evaluator = evaluator()) {
      alone = evaluate(evaluator, trial(1));
    }
    List<Repeatable> together =
        Threads.all(
            2,
            () -> {
              try (Evaluator evaluator = evaluator()) {
                return evaluate(evaluator, trial(1));
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
      Watcher watcher = new Watcher(Directive.CONTINUE);
      Outcome outcome = evaluator.evaluate(trial(1), watcher);
      assertThat(watcher.told).isEqualTo(outcome.measurements());
    }
  }

  @Test
  void stopIsObeyedAtOnce() throws Exception {
    try (Evaluator evaluator = evaluator()) {
      Outcome whole = evaluator.evaluate(trial(1), Progress.unwatched());
      assumeTrue(whole.measurements().size() > 1, "a trial has one measurement");

      Watcher watcher = new Watcher(Directive.STOP);
      Outcome stopped = evaluator.evaluate(trial(1), watcher);

      assertThat(stopped).isNotInstanceOf(Outcome.Failed.class);
      assertThat(watcher.told).hasSize(1);
      assertThat(stopped.measurements()).isEqualTo(whole.measurements().subList(0, 1));
    }
  }

  @Test
  void abandonedTrialsEndSoon() throws Exception {
    try (Evaluator evaluator = evaluator()) {
      Watcher watcher = new Watcher(Directive.ABANDON);
      abandon(evaluator, trial(1), watcher);
      assertThat(watcher.told).as("measurements after a trial was abandoned").hasSizeLessThan(2);
    }
  }

  @Test
  void noThreadOutlivesTheEvaluator() throws Exception {
    List<Thread> before = List.copyOf(Thread.getAllStackTraces().keySet());
    try (Evaluator evaluator = evaluator()) {
      evaluator.evaluate(trial(1), Progress.unwatched());
    }
    long deadline = System.nanoTime() + patience().toNanos();
    for (Thread thread : Thread.getAllStackTraces().keySet()) {
      if (!before.contains(thread) && !ofTheMachine(thread) && !mayOutlive(thread)) {
        thread.join(Math.max(1, (deadline - System.nanoTime()) / 1_000_000));
        assertThat(thread.isAlive()).as("%s is alive after close()", thread).isFalse();
      }
    }
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

  /** What the same trial gives again. */
  private record Repeatable(
      Class<?> ending, List<Measurement> measurements, Map<String, Double> facts) {}

  private static Repeatable evaluate(Evaluator evaluator, Trial trial) throws Exception {
    Outcome outcome = evaluator.evaluate(trial, Progress.unwatched());
    return new Repeatable(outcome.getClass(), outcome.measurements(), outcome.account().facts());
  }

  /** The outcome is thrown away, an exception like any other. */
  private static void abandon(Evaluator evaluator, Trial trial, Watcher watcher) {
    assertThatCode(() -> evaluator.evaluate(trial, watcher))
        .satisfiesAnyOf(
            thrown -> assertThat(thrown).isNull(),
            thrown -> assertThat(thrown).isInstanceOf(Exception.class));
  }

  private Trial trial(int number) {
    return trial(number, fidelity());
  }

  private Trial trial(int number, Fidelity fidelity) {
    Proposal proposal = Proposal.of(space().sample(RandomWalks.random(number)), fidelity);
    return new Trial(number, proposal, 1000L + number, number - 1);
  }

  private static boolean ofTheMachine(Thread thread) {
    String name = thread.getName();
    return name.startsWith("ForkJoinPool.commonPool")
        || name.equals("process reaper")
        || name.equals("Common-Cleaner")
        || name.equals("Attach Listener");
  }

  /** Gives the same directive to every measurement. */
  private static final class Watcher implements Progress {
    private final Directive directive;
    private final List<Measurement> told = new ArrayList<>();

    Watcher(Directive directive) {
      this.directive = directive;
    }

    @Override
    public Directive report(Measurement measurement) {
      told.add(measurement);
      return directive;
    }

    @Override
    public boolean abandoned() {
      return directive == Directive.ABANDON && !told.isEmpty();
    }
  }
}
