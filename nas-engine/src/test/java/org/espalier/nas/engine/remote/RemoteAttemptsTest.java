package org.espalier.nas.engine.remote;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.espalier.nas.api.evaluation.Directive;
import org.espalier.nas.api.trial.Measurement;
import org.espalier.nas.api.trial.Outcome;
import org.espalier.nas.engine.executor.AttemptEnd;
import org.espalier.nas.engine.executor.RecordedAttempt;
import org.espalier.nas.engine.store.StoredExamples;
import org.junit.jupiter.api.Test;

/** A cluster that runs attempts twice, loses them, or is late. */
class RemoteAttemptsTest {

  private static final AttemptEnd LOST = new AttemptEnd.Lost("its machine went away");

  private final StudyState state = new StudyState(true);
  private final RemoteAttempts attempts = new RemoteAttempts(ScriptedWorkers.STUDY, state);
  private final RecordedAttempt attempt = RecordedAttempt.of(1, "completes");
  private final long id = attempts.add(attempt);

  private Optional<TrialOrder> begin(int known) {
    return WireFormat.order(
        attempts.answer(WireFormat.request(new Request.Begin(id, known, "executor 1"))));
  }

  private Directive report() {
    return WireFormat.directive(
        attempts.answer(
            WireFormat.request(new Request.Report(id, new Measurement(1, Map.of("loss", 1.0))))));
  }

  private boolean abandoned() {
    return WireFormat.answer(attempts.answer(WireFormat.request(new Request.Abandoned(id))));
  }

  private static byte[] evaluated() {
    Outcome outcome = StoredExamples.results().get(0).outcome();
    return WireFormat.end(Optional.of(new AttemptEnd.Evaluated(outcome)));
  }

  @Test
  void aSecondRunOfAnAttemptMeansThatTheFirstIsLost() throws Exception {
    assertThat(begin(0)).isPresent();

    assertThat(begin(0)).isEmpty();

    assertThat(attempt.end()).isInstanceOf(AttemptEnd.Lost.class);
    assertThat(report()).isEqualTo(Directive.ABANDON);
    attempts.returned(id, evaluated());
    assertThat(attempt.calls()).containsExactly("begin", "ended");
  }

  @Test
  void anAttemptEndsOnce() throws Exception {
    begin(0);
    attempts.returned(id, evaluated());
    attempts.returned(id, evaluated());

    assertThat(attempts.ended(id, LOST)).isTrue();
    assertThat(attempt.calls()).containsExactly("begin", "ended");
    assertThat(attempts.open()).isEmpty();
  }

  @Test
  void whatIsLostBeforeItBeginsIsLaunchedAgainTwice() throws Exception {
    assertThat(attempts.ended(id, LOST)).isFalse();
    assertThat(attempts.ended(id, LOST)).isFalse();
    assertThat(attempt.calls()).isEmpty();

    assertThat(attempts.ended(id, LOST)).isTrue();

    assertThat(attempt.end()).isEqualTo(LOST);
    assertThat(attempt.calls()).containsExactly("begin", "ended");
  }

  @Test
  void whatIsLostLaterIsNotLaunchedAgain() throws Exception {
    begin(0);

    assertThat(attempts.ended(id, LOST)).isTrue();

    assertThat(attempt.end()).isEqualTo(LOST);
  }

  @Test
  void aWorkerThatCannotEvaluateEndsTheStudyAlthoughNothingBegan() throws Exception {
    attempts.returned(id, TrialWorker.broken(new IllegalStateException("no TensorFlow")));

    assertThat(attempt.end())
        .isInstanceOfSatisfying(
            AttemptEnd.Broken.class,
            broken -> assertThat(broken.cause()).hasMessageContaining("no TensorFlow"));
  }

  @Test
  void whatIsGivenUpIsAbandonedByItsWorker() {
    begin(0);
    assertThat(abandoned()).isFalse();

    assertThat(attempts.giveUp(attempt)).contains(id);

    assertThat(abandoned()).isTrue();
    assertThat(report()).isEqualTo(Directive.ABANDON);
    attempts.returned(id, evaluated());
    assertThat(attempt.calls()).containsExactly("begin");
    assertThat(attempts.giveUp(attempt)).isEmpty();
  }

  @Test
  void whatIsDroppedCannotBegin() {
    assertThat(attempts.drop()).containsOnlyKeys(id);

    assertThat(begin(0)).isEmpty();
    assertThat(attempt.calls()).isEmpty();
  }

  @Test
  void whatHasBegunIsNotDropped() {
    begin(0);

    assertThat(attempts.drop()).isEmpty();
    assertThat(report()).isEqualTo(Directive.CONTINUE);
  }

  @Test
  void anAbandonedAttemptThatDoesNotEndIsEnded() throws Exception {
    begin(0);
    attempt.abandon();

    assertThat(attempts.abandonOpen()).containsExactly(id);

    assertThat(attempt.end()).isInstanceOf(AttemptEnd.Evaluated.class);
    assertThat(attempts.open()).isEmpty();
  }

  @Test
  void aWorkerIsToldTheResultsThatItDoesNotKnow() {
    StoredExamples.results().forEach(result -> state.told(result, 1));
    state.retained(Set.of(1, 5));

    assertThat(begin(1))
        .hasValueSatisfying(
            order -> {
              assertThat(order.told()).isEqualTo(StoredExamples.results().subList(1, 4));
              assertThat(order.retained()).isTrue();
              assertThat(order.oldestNeeded()).isEqualTo(1);
            });
  }

  @Test
  void resultsStayHereIfNoTrialDependsOnThem() {
    StudyState independent = new StudyState(false);
    StoredExamples.results().forEach(result -> independent.told(result, 1));

    assertThat(independent.order(attempt.trial(), List.of(), 0).told()).isEmpty();
    assertThat(independent.order(attempt.trial(), List.of(), 0).retained()).isFalse();
  }
}
