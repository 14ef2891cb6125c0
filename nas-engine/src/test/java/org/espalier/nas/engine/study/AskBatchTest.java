package org.espalier.nas.engine.study;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.espalier.nas.api.space.Architecture;
import org.espalier.nas.api.trial.Fidelity;
import org.espalier.nas.api.trial.Proposal;
import org.espalier.nas.api.trial.Trial;
import org.espalier.nas.engine.store.AskEntry;
import org.espalier.nas.engine.store.ControllerSnapshot;
import org.espalier.nas.engine.store.RecordedAsk;
import org.junit.jupiter.api.Test;

class AskBatchTest {

  private final AskBatch batch = new AskBatch();

  private static Trial trial(int number) {
    Proposal proposal = Proposal.of(Architecture.empty(), Fidelity.epochs(1));
    return new Trial(number, proposal, number, 0);
  }

  @Test
  void joinsAsksAndKeepsTheLastSnapshot() {
    RecordedAsk first = new RecordedAsk(0, 2, 2);
    RecordedAsk second = new RecordedAsk(1, 1, 1);
    ControllerSnapshot last = new ControllerSnapshot(3, 1, new byte[] {7});
    batch.asked(first, List.of(trial(1), trial(2)));
    batch.snapshot(new ControllerSnapshot(2, 0, new byte[] {5}));
    batch.told(1, Map.of("entropy", 0.5));
    batch.asked(second, List.of(trial(3)));
    batch.snapshot(last);

    assertThat(batch.told()).isEqualTo(1);
    AskEntry entry = batch.take(Instant.EPOCH);
    assertThat(entry.trials()).extracting(Trial::number).containsExactly(1, 2, 3);
    assertThat(entry.asks()).containsExactly(first, second);
    assertThat(entry.diagnostics()).isEqualTo(Map.of(1, Map.of("entropy", 0.5)));
    assertThat(entry.snapshot()).isSameAs(last);
    assertThat(batch.isEmpty()).isTrue();
  }

  @Test
  void doesNotLetATrialWaitForTwoSlowAsks() throws InterruptedException {
    batch.told(1, Map.of());
    assertThat(batch.due()).isFalse();
    Thread.sleep(2);
    batch.asked(new RecordedAsk(1, 1, 1), List.of(trial(2)));

    assertThat(batch.due()).isTrue();
  }

  /** A resumed search repeats the asks up to the last one that returned proposals. */
  @Test
  void holdsAsksWithoutProposalsBack() {
    RecordedAsk some = new RecordedAsk(0, 2, 1);
    RecordedAsk none = new RecordedAsk(1, 2, 0);
    RecordedAsk later = new RecordedAsk(2, 2, 1);
    batch.asked(some, List.of(trial(1)));
    batch.told(1, Map.of("entropy", 0.5));
    batch.asked(none, List.of());

    assertThat(batch.take(Instant.EPOCH).asks()).containsExactly(some);
    assertThat(batch.isEmpty()).isTrue();
    assertThat(batch.due()).isFalse();
    assertThat(batch.laterDiagnostics()).containsOnlyKeys(1);

    batch.asked(later, List.of(trial(2)));
    AskEntry entry = batch.take(Instant.EPOCH);
    assertThat(entry.asks()).containsExactly(none, later);
    assertThat(entry.diagnostics()).containsOnlyKeys(1);
    assertThat(entry.snapshot()).isNull();
  }
}
