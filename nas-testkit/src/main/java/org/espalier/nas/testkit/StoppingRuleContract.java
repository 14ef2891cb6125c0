package org.espalier.nas.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.espalier.nas.api.evaluation.StoppingRule;
import org.espalier.nas.api.space.Architecture;
import org.espalier.nas.api.trial.Account;
import org.espalier.nas.api.trial.FailureCause;
import org.espalier.nas.api.trial.Fidelity;
import org.espalier.nas.api.trial.Measurement;
import org.espalier.nas.api.trial.Outcome;
import org.espalier.nas.api.trial.Proposal;
import org.espalier.nas.api.trial.Trial;
import org.espalier.nas.api.trial.TrialResult;
import org.junit.jupiter.api.Test;

/**
 * The contract of every stopping rule. A test class extends it, supplies the rule and inherits the
 * checks; it should also supply {@link #hopeless()} and {@link #promising()} cases, without which
 * nothing checks that the rule stops the right trials.
 */
public abstract class StoppingRuleContract {
  private static final int EPOCHS = 12;
  private static final int KNOWN = 10;

  /**
   * The arguments of one call of a rule.
   *
   * @param trial the running trial
   * @param measured the measurements so far
   * @param known the known results
   */
  public record Situation(Trial trial, List<Measurement> measured, List<TrialResult> known) {
    /** Copies. */
    public Situation {
      measured = List.copyOf(measured);
      known = List.copyOf(known);
    }
  }

  /** Returns a new rule, as its plugin would create it. */
  protected abstract StoppingRule rule();

  /** Returns the metrics that the rule uses, at least one. */
  protected List<String> metrics() {
    return List.of(Measurement.VALIDATION_ACCURACY, Measurement.VALIDATION_LOSS);
  }

  /** Returns trials that the rule must stop; empty for a rule that stops none. */
  protected List<Situation> hopeless() {
    return List.of();
  }

  /** Returns trials that the rule must not stop. */
  protected List<Situation> promising() {
    return List.of();
  }

  @Test
  void theSameSituationHasTheSameAnswer() {
    StoppingRule rule = rule();
    for (Situation situation : situations()) {
      Optional<String> first = answer(rule, situation);
      assertThat(answer(rule, situation)).as("again, of %s", situation).isEqualTo(first);
    }
  }

  @Test
  void theOrderOfTheQuestionsDoesNotMatter() {
    List<Situation> situations = situations();
    List<Optional<String>> answers = answers(rule(), situations);
    Collections.reverse(situations);
    List<Optional<String>> reversed = answers(rule(), situations);
    Collections.reverse(reversed);
    assertThat(reversed).isEqualTo(answers);
  }

  @Test
  void eachSituationIsJudgedForItself() {
    StoppingRule used = rule();
    for (Situation situation : situations()) {
      assertThat(answer(rule(), situation))
          .as("by a new rule, of %s", situation)
          .isEqualTo(answer(used, situation));
    }
  }

  @Test
  void workersGetTheSameAnswers() {
    StoppingRule rule = rule();
    List<Situation> situations = situations();
    List<Optional<String>> alone = answers(rule, situations);
    assertThat(Threads.all(4, () -> answers(rule, situations))).allMatch(alone::equals);
  }

  @Test
  void nothingNeedsToBeKnown() {
    for (int epoch = 1; epoch <= EPOCHS; epoch++) {
      Situation first = situation(1, curve(epoch, 0.5), List.of());
      assertThatCode(() -> answer(rule(), first)).as("%s", first).doesNotThrowAnyException();
    }
  }

  @Test
  void failedTrialsAreAccepted() {
    List<TrialResult> failed = IntStream.rangeClosed(1, KNOWN).mapToObj(this::failed).toList();
    for (int epoch = 1; epoch <= EPOCHS; epoch++) {
      Situation among = situation(KNOWN + 1, curve(epoch, 0.5), failed);
      assertThatCode(() -> answer(rule(), among)).as("%s", among).doesNotThrowAnyException();
    }
  }

  @Test
  void whatIsNotANumberIsAccepted() {
    List<TrialResult> known = new ArrayList<>(completed(KNOWN));
    known.set(0, diverged(1));
    for (int epoch = 1; epoch <= EPOCHS; epoch++) {
      Situation diverged = situation(KNOWN + 1, curve(epoch, Double.NaN), known);
      Situation among = situation(KNOWN + 1, curve(epoch, 0.5), known);
      assertThatCode(() -> answer(rule(), diverged)).as("%s", diverged).doesNotThrowAnyException();
      assertThatCode(() -> answer(rule(), among)).as("%s", among).doesNotThrowAnyException();
    }
  }

  @Test
  void reasonsSaySomething() {
    assertThat(answers(rule(), situations()).stream().flatMap(Optional::stream))
        .allMatch(reason -> !reason.isBlank(), "is not blank");
  }

  @Test
  void hopelessTrialsAreStopped() {
    assumeTrue(!hopeless().isEmpty(), "no trial is hopeless for this rule");
    assertThat(hopeless()).allMatch(situation -> answer(rule(), situation).isPresent(), "stopped");
  }

  @Test
  void promisingTrialsGoOn() {
    assumeTrue(!promising().isEmpty(), "no trial is promising for this rule");
    assertThat(promising()).allMatch(situation -> answer(rule(), situation).isEmpty(), "go on");
  }

  /**
   * Returns good, mediocre and bad trials, early and late, with few and many known results; and the
   * author's cases.
   */
  private List<Situation> situations() {
    List<Situation> all = new ArrayList<>();
    for (int known : new int[] {0, 3, KNOWN}) {
      for (int epoch : new int[] {1, EPOCHS / 2, EPOCHS}) {
        for (double level : new double[] {0.95, 0.5, 0.05}) {
          all.add(situation(known + 1, curve(epoch, level), completed(known)));
        }
      }
    }
    all.addAll(hopeless());
    all.addAll(promising());
    return all;
  }

  private Situation situation(int number, List<Measurement> measured, List<TrialResult> known) {
    return new Situation(trial(number), measured, known);
  }

  private List<TrialResult> completed(int count) {
    return IntStream.rangeClosed(1, count)
        .mapToObj(
            number -> {
              double level = 0.3 + 0.4 * number / count;
              return new TrialResult(trial(number), outcome(curve(EPOCHS, level)), level);
            })
        .toList();
  }

  private TrialResult failed(int number) {
    Outcome failed = Outcome.Failed.of(FailureCause.OUT_OF_MEMORY, "It is too large.");
    return number % 2 == 0 ? new TrialResult(trial(number), failed, null) : diverged(number);
  }

  private TrialResult diverged(int number) {
    List<Measurement> measured = new ArrayList<>(curve(2, 0.5));
    measured.add(new Measurement(3, values(Double.NaN)));
    Outcome failed =
        new Outcome.Failed(measured, Account.empty(), FailureCause.DIVERGED, "The loss is NaN.");
    return new TrialResult(trial(number), failed, null);
  }

  private static Trial trial(int number) {
    Proposal proposal = Proposal.of(Architecture.empty(), Fidelity.epochs(EPOCHS));
    return new Trial(number, proposal, number, number - 1);
  }

  private static Outcome outcome(List<Measurement> measurements) {
    return new Outcome.Completed(measurements, Account.empty());
  }

  /**
   * Returns measurements in which every metric rises towards a level, except losses and errors,
   * which fall from it.
   */
  private List<Measurement> curve(int epochs, double level) {
    return IntStream.rangeClosed(1, epochs)
        .mapToObj(epoch -> new Measurement(epoch, values(level * epoch / (epoch + 1.0))))
        .toList();
  }

  private Map<String, Double> values(double good) {
    Stream<String> names = metrics().stream();
    return names.collect(
        Collectors.toMap(
            name -> name, name -> name.matches(".*(loss|mae|error)") ? 1 - good : good));
  }

  private static List<Optional<String>> answers(StoppingRule rule, List<Situation> situations) {
    List<Optional<String>> answers = new ArrayList<>();
    situations.forEach(situation -> answers.add(answer(rule, situation)));
    return answers;
  }

  private static Optional<String> answer(StoppingRule rule, Situation situation) {
    return rule.reasonToStop(situation.trial(), situation.measured(), situation.known());
  }
}
