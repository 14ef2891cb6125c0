package org.espalier.nas.engine.executor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.stream.IntStream;
import org.espalier.nas.api.evaluation.Directive;
import org.espalier.nas.api.trial.FailureCause;
import org.espalier.nas.engine.executor.AttemptEnd.Broken;
import org.espalier.nas.engine.executor.AttemptEnd.Evaluated;
import org.espalier.nas.engine.executor.AttemptEnd.Failed;
import org.espalier.nas.engine.executor.AttemptEnd.Lost;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Contract of every {@link TrialExecutor}. */
@Timeout(120)
public abstract class TrialExecutorContract {

  private final BlockingQueue<Throwable> failures = new LinkedBlockingQueue<>();
  private TrialExecutor executor;
  private boolean closed;

  /**
   * Returns the factory of an executor with one place, whose evaluator is a {@link
   * ScriptedEvaluator}.
   */
  protected abstract TrialExecutorFactory factory();

  @BeforeEach
  void start() {
    executor = factory().start(failures::add);
  }

  @AfterEach
  void close() {
    if (!closed) {
      executor.close();
    }
    assertThat(failures).isEmpty();
  }

  private RecordedAttempt submitted(int number, String script) {
    RecordedAttempt attempt = RecordedAttempt.of(number, script);
    executor.submit(attempt);
    return attempt;
  }

  @Test
  void passesReportsAndTheOutcomeOn() throws Exception {
    RecordedAttempt attempt = submitted(1, "completes");

    assertThat(attempt.end())
        .isInstanceOfSatisfying(
            Evaluated.class,
            end ->
                assertThat(end.outcome().measurements())
                    .containsExactlyElementsOf(
                        IntStream.rangeClosed(1, ScriptedEvaluator.STEPS)
                            .mapToObj(ScriptedEvaluator::measurement)
                            .toList()));
    assertThat(attempt.calls())
        .containsExactly(
            "begin",
            "report 1 {accuracy=1.0}",
            "report 2 {accuracy=0.5}",
            "report 3 {accuracy=" + 1.0 / 3 + "}",
            "ended");
  }

  @Test
  void passesDirectivesBack() throws Exception {
    RecordedAttempt attempt = new RecordedAttempt(1, "completes", Directive.STOP, true);
    executor.submit(attempt);

    assertThat(attempt.end())
        .isInstanceOfSatisfying(
            Evaluated.class, end -> assertThat(end.outcome().measurements()).hasSize(1));
  }

  @Test
  void evaluatesInTheOrderOfSubmission() throws Exception {
    List<RecordedAttempt> attempts = new ArrayList<>();
    for (int number = 1; number <= 5; number++) {
      attempts.add(submitted(number, "completes"));
    }
    for (int i = attempts.size() - 1; i >= 0; i--) {
      assertThat(attempts.get(i).end()).isInstanceOf(Evaluated.class);
      assertThat(attempts.subList(0, i)).allMatch(earlier -> earlier.calls().contains("ended"));
    }
  }

  @Test
  void dropsWhatHasNotBegun() throws Exception {
    RecordedAttempt running = submitted(1, "waits");
    running.awaitBeginning();
    List<RecordedAttempt> later = List.of(submitted(2, "completes"), submitted(3, "completes"));

    assertThat(executor.drop()).hasSize(2);
    running.abandon();

    assertThat(running.end()).isInstanceOf(Evaluated.class);
    assertThat(submitted(4, "completes").end()).isInstanceOf(Evaluated.class);
    assertThat(later).allMatch(attempt -> attempt.calls().isEmpty());
  }

  @Test
  void doesNotEvaluateWhatIsNotWanted() throws Exception {
    RecordedAttempt unwanted = new RecordedAttempt(1, "completes", Directive.CONTINUE, false);
    executor.submit(unwanted);

    assertThat(submitted(2, "completes").end()).isInstanceOf(Evaluated.class);
    assertThat(unwanted.calls()).containsExactly("begin");
  }

  @ParameterizedTest
  @CsvSource({
    "throws, EXCEPTION, java.lang.IllegalStateException: on purpose",
    "throws checked, EXCEPTION, java.io.IOException: on purpose",
    "overflows, EXCEPTION, java.lang.StackOverflowError",
    "fills memory, OUT_OF_MEMORY, java.lang.OutOfMemoryError: on purpose",
    "returns null, EXCEPTION, java.lang.NullPointerException: The evaluator returned null."
  })
  void anExceptionIsAFailureOfTheTrial(String script, FailureCause cause, String message)
      throws Exception {
    AttemptEnd end = submitted(1, script).end();

    assertThat(end)
        .isInstanceOfSatisfying(
            Failed.class,
            failed -> {
              assertThat(failed.cause()).isEqualTo(cause);
              assertThat(failed.message()).isEqualTo(message);
              assertThat(failed.trace()).startsWith(message).hasSizeLessThanOrEqualTo(32_000);
            });
    assertThat(submitted(2, "completes").end()).isInstanceOf(Evaluated.class);
  }

  @Test
  void aStoreThatCannotBeReachedLosesTheAttempt() throws Exception {
    assertThat(submitted(1, "cannot read").end())
        .isInstanceOfSatisfying(
            Lost.class,
            lost -> assertThat(lost.reason()).contains("s3://bucket/1 cannot be read: cut off."));
    assertThat(submitted(2, "completes").end()).isInstanceOf(Evaluated.class);
  }

  @Test
  void anotherErrorIsNotTheTrialsFault() throws Exception {
    assertThat(submitted(1, "breaks").end())
        .isInstanceOfSatisfying(
            Broken.class, broken -> assertThat(broken.cause()).hasMessageContaining("on purpose"));
  }

  @ParameterizedTest
  @CsvSource({"hangs, true", "hangs, false", "waits, true"})
  void aPlaceThatIsGivenUpGoesToTheNext(String script, boolean interrupt) throws Exception {
    RecordedAttempt late = submitted(1, script);
    late.awaitBeginning();
    RecordedAttempt next = submitted(2, "completes");

    executor.giveUp(late, interrupt);

    assertThat(next.end()).isInstanceOf(Evaluated.class);
    executor.giveUp(next, interrupt);
    assertThat(submitted(3, "completes").end()).isInstanceOf(Evaluated.class);
    late.abandon();
  }

  @Test
  void closingWaitsForWhatIsAbandoned() throws Exception {
    RecordedAttempt running = submitted(1, "waits");
    running.awaitBeginning();
    running.abandon();
    closed = true;
    executor.close();

    assertThat(running.calls()).containsExactly("begin", "ended");
  }
}
