package org.espalier.nas.cli.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.espalier.nas.api.space.Architecture;
import org.espalier.nas.api.space.Choice;
import org.espalier.nas.api.trial.FailureCause;
import org.espalier.nas.api.trial.Fidelity;
import org.espalier.nas.api.trial.Outcome;
import org.espalier.nas.api.trial.Proposal;
import org.espalier.nas.api.trial.Trial;
import org.espalier.nas.api.trial.TrialResult;
import org.junit.jupiter.api.Test;

class FailuresTest {
  private final List<TrialResult> results = new ArrayList<>();

  private void fail(FailureCause cause, String message) {
    int number = results.size() + 1;
    Proposal proposal =
        new Proposal(
            new Architecture(List.of(new Choice.Whole("a", number))),
            new Fidelity(1, 1),
            null,
            null);
    results.add(
        new TrialResult(
            new Trial(number, proposal, 1, 0), Outcome.Failed.of(cause, message), null));
  }

  @Test
  void theCommonestStandsFirstAndDecidesOnTheHint() {
    fail(FailureCause.EXCEPTION, "java.lang.IllegalStateException: Broken on purpose.");
    fail(FailureCause.DIVERGED, "The loss of trial 2 is NaN.");
    fail(FailureCause.DIVERGED, "The loss of trial 3 is NaN.");

    assertThat(Failures.of(results).text())
        .isEqualTo(
            """
              2 trials (diverged), first trial 2: The loss of trial 2 is NaN.
              1 trial (exception), first trial 1: Broken on purpose.
            Hint: lower the learning rate (evaluator.optimizer.learningRate), or check the scale of the data.
            """);
  }

  @Test
  void differentMessagesOfOneCauseAreApart() {
    fail(FailureCause.EXCEPTION, "a.b.C: no file");
    fail(FailureCause.EXCEPTION, "java.lang.NullPointerException");

    assertThat(Failures.of(results).groups())
        .extracting(Failures.Group::message)
        .containsExactly("no file", "an error without a message");
  }

  @Test
  void resultsWithoutFailuresHaveNone() {
    assertThat(Failures.only(results)).isFalse();
    assertThat(Failures.of(results).text()).isEmpty();
    fail(FailureCause.DIVERGED, "x");
    assertThat(Failures.only(results)).isTrue();
  }
}
