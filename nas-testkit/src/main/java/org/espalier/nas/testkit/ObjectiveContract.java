package org.espalier.nas.testkit;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.OptionalDouble;
import org.apiguardian.api.API;
import org.espalier.nas.api.objective.ObjectiveFunction;
import org.espalier.nas.api.trial.Outcome;
import org.espalier.nas.api.trial.Trial;
import org.junit.jupiter.api.Test;

/**
 * The contract of every objective. A test class extends it, supplies the objective and a usual
 * trial, and inherits the checks; use a class for each configuration that matters.
 */
@API(status = EXPERIMENTAL, since = "0.1")
public abstract class ObjectiveContract {
  private static final int REPETITIONS = 100;
  private static final long MORE_THAN_A_SECOND = 1100;

  /** Creates the contract. */
  protected ObjectiveContract() {}

  /** Returns a new objective, as its plugin would create it. */
  protected abstract ObjectiveFunction objective();

  /** Returns a usual trial. */
  protected abstract Trial trial();

  /**
   * Returns the outcome of the usual trial, with all metrics and facts that the objective needs.
   */
  protected abstract Outcome outcome();

  @Test
  void theNameAndTheDirectionDoNotChange() throws Exception {
    ObjectiveFunction used = objective();
    used.value(trial(), outcome());

    assertThat(used.objective()).as("after a value").isEqualTo(objective().objective());
    assertThat(used.objective().name()).as("name").doesNotContainAnyWhitespaces();
  }

  @Test
  void usualTrialsHaveAFiniteValue() throws Exception {
    assertThat(objective().value(trial(), outcome()).value()).as("completed").isFinite();
    Outcome stopped =
        new Outcome.Stopped(outcome().measurements(), outcome().account(), "It was hopeless.");
    assertThat(objective().value(trial(), stopped).value()).as("stopped").isFinite();
  }

  @Test
  void theSameTrialHasTheSameValue() throws Exception {
    ObjectiveFunction used = objective();
    assumeTrue(used.objective().reproducible(), "the objective is measured");
    double first = used.value(trial(), outcome()).value();
    for (int repetition = 1; repetition <= REPETITIONS; repetition++) {
      assertThat(used.value(trial(), outcome()).value())
          .as("value of the same trial, call %d", repetition + 1)
          .isEqualTo(first);
    }
    assertThat(objective().value(trial(), outcome()).value())
        .as("value by a new objective")
        .isEqualTo(first);
  }

  /** Waits for more than a second, the coarsest resolution of usual clocks. */
  @Test
  void theValueDoesNotChangeOverTime() throws Exception {
    ObjectiveFunction used = objective();
    assumeTrue(used.objective().reproducible(), "the objective is measured");
    double first = used.value(trial(), outcome()).value();
    Thread.sleep(MORE_THAN_A_SECOND);
    assertThat(used.value(trial(), outcome()).value())
        .as("value of the same trial a second later; it must not read the clock")
        .isEqualTo(first);
  }

  @Test
  void aValueThatIsKnownBeforehandIsTheValue() throws Exception {
    OptionalDouble known = objective().known(trial());
    assumeTrue(known.isPresent(), "the value is not known before the evaluation");

    assertThat(objective().value(trial(), outcome()).value())
        .as("value after the evaluation")
        .isEqualTo(known.getAsDouble());
  }

  @Test
  void furtherFactsBeginWithTheName() throws Exception {
    ObjectiveFunction used = objective();

    assertThat(used.value(trial(), outcome()).facts().keySet())
        .as("names of facts")
        .allSatisfy(fact -> assertThat(fact).startsWith(used.objective().name() + "."));
  }

  @Test
  void onlyMeasurementsNeedTheProcessForThemselves() {
    ObjectiveFunction used = objective();
    assumeTrue(used.exclusive(), "trials may run beside it");

    assertThat(used.objective().reproducible())
        .as("reproducible: a value that other trials would change is not")
        .isFalse();
  }
}
