package org.espalier.nas.engine.remote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.espalier.nas.api.evaluation.Directive;
import org.espalier.nas.api.trial.Account;
import org.espalier.nas.api.trial.Cost;
import org.espalier.nas.api.trial.FailureCause;
import org.espalier.nas.api.trial.Measurement;
import org.espalier.nas.api.trial.Outcome;
import org.espalier.nas.api.trial.Phase;
import org.espalier.nas.api.trial.TrialResult;
import org.espalier.nas.engine.executor.AttemptEnd;
import org.espalier.nas.engine.store.StoredExamples;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class WireFormatTest {

  private static final List<Measurement> MEASURED =
      List.of(
          new Measurement(1, Map.of()),
          new Measurement(
              Integer.MAX_VALUE,
              Map.of(
                  "loss",
                  Double.NaN,
                  "größe",
                  Double.NEGATIVE_INFINITY,
                  "a",
                  -0.0,
                  "b",
                  0.1 + 0.2)));

  private static final Account ACCOUNT =
      new Account(
          new Cost(3L, 0.5, 17L, 2),
          Map.of("parameters", Double.MIN_VALUE),
          Map.of(Phase.TRAIN, Duration.ofNanos(Long.MAX_VALUE), Phase.OTHER, Duration.ZERO));

  static Stream<Outcome> outcomes() {
    return Stream.of(
        new Outcome.Completed(MEASURED, ACCOUNT),
        new Outcome.Completed(MEASURED, Account.empty()),
        new Outcome.Stopped(MEASURED, ACCOUNT, "reason\n\twith \"quotes\" \uD83C\uDF33"),
        new Outcome.Failed(List.of(), Account.empty(), FailureCause.DIVERGED, "", null),
        new Outcome.Failed(
            MEASURED, ACCOUNT, FailureCause.EXCEPTION, "message", "x".repeat(100_000)));
  }

  @ParameterizedTest
  @MethodSource("outcomes")
  void outcomesKeepEachBit(Outcome outcome) {
    AttemptEnd end = new AttemptEnd.Evaluated(outcome);

    assertThat(WireFormat.end(WireFormat.end(Optional.of(end)))).contains(end);
  }

  @ParameterizedTest
  @MethodSource("outcomes")
  void ordersKeepEachBit(Outcome outcome) {
    TrialOrder order =
        new TrialOrder(
            StoredExamples.trial(7),
            MEASURED,
            true,
            List.of(
                new TrialResult(StoredExamples.trial(1), outcome, null, List.of()),
                new TrialResult(StoredExamples.trial(2), outcome, 1e-300, List.of(1.5, -2.0))),
            5);

    assertThat(WireFormat.order(WireFormat.order(Optional.of(order)))).contains(order);
    assertThat(WireFormat.order(WireFormat.order(Optional.empty()))).isEmpty();
  }

  static Stream<Request> requests() {
    return Stream.of(
        new Request.Study(),
        new Request.Begin(Long.MAX_VALUE, 3, "executor 1"),
        new Request.Report(1, MEASURED.get(1)),
        new Request.Abandoned(-1));
  }

  @ParameterizedTest
  @MethodSource("requests")
  void requestsComeBack(Request request) {
    assertThat(WireFormat.request(WireFormat.request(request))).isEqualTo(request);
  }

  @Test
  void answersComeBack() {
    for (Directive directive : Directive.values()) {
      assertThat(WireFormat.directive(WireFormat.directive(directive))).isEqualTo(directive);
    }
    assertThat(WireFormat.answer(WireFormat.answer(true))).isTrue();
    assertThat(WireFormat.answer(WireFormat.answer(false))).isFalse();
  }

  @Test
  void studiesComeBack() {
    RemoteStudy study =
        new RemoteStudy(
            "experiment",
            new Bundle(
                Map.of("yaml", "name: größe\n"), Map.of("plugins/a.jar", new byte[] {0, -1, 5})));

    RemoteStudy read = WireFormat.study(WireFormat.study(study));

    assertThat(read.kind()).isEqualTo("experiment");
    assertThat(read.content().texts()).isEqualTo(study.content().texts());
    assertThat(read.content().files().get("plugins/a.jar")).containsExactly(0, -1, 5);
  }

  @Test
  void otherEndsComeBack() {
    AttemptEnd failed = new AttemptEnd.Failed(FailureCause.OUT_OF_MEMORY, "m", "trace");
    AttemptEnd lost = new AttemptEnd.Lost("its machine went away");

    assertThat(WireFormat.end(WireFormat.end(Optional.of(failed)))).contains(failed);
    assertThat(WireFormat.end(WireFormat.end(Optional.of(lost)))).contains(lost);
    assertThat(WireFormat.end(WireFormat.end(Optional.empty()))).isEmpty();
    assertThat(
            WireFormat.end(
                WireFormat.end(
                    Optional.of(new AttemptEnd.Broken(new NoClassDefFoundError("on purpose"))))))
        .hasValueSatisfying(
            end ->
                assertThat(((AttemptEnd.Broken) end).cause())
                    .isInstanceOf(RemoteException.class)
                    .hasMessageContaining("NoClassDefFoundError: on purpose"));
  }

  @Test
  void anotherVersionIsRefused() {
    byte[] bytes = WireFormat.answer(true);
    bytes[0]++;

    assertThatThrownBy(() -> WireFormat.answer(bytes))
        .isInstanceOf(RemoteException.class)
        .hasMessageContaining("has version 2, but this program understands version 1");
  }

  @ParameterizedTest
  @MethodSource("outcomes")
  void whatIsCutOffIsRefused(Outcome outcome) {
    byte[] bytes = WireFormat.end(Optional.of(new AttemptEnd.Evaluated(outcome)));
    for (int length = 1; length < Math.min(bytes.length, 500); length++) {
      byte[] part = Arrays.copyOf(bytes, length);
      assertThatThrownBy(() -> WireFormat.end(part))
          .isInstanceOf(RemoteException.class)
          .hasMessageContaining("damaged");
    }
  }

  @Test
  void anImpossibleLengthIsRefusedWithoutReservingMemory() {
    byte[] bytes = WireFormat.study(new RemoteStudy("kind", new Bundle(Map.of(), Map.of())));
    Arrays.fill(bytes, 1, 5, (byte) 0x7f);

    assertThatThrownBy(() -> WireFormat.study(bytes)).hasMessageContaining("is more than there is");
    assertThat(new String(bytes, StandardCharsets.ISO_8859_1)).contains("kind");
  }
}
