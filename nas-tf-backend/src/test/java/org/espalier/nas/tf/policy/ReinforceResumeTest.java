package org.espalier.nas.tf.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.espalier.nas.api.controller.Controller;
import org.espalier.nas.api.trial.Account;
import org.espalier.nas.api.trial.Measurement;
import org.espalier.nas.api.trial.Outcome;
import org.espalier.nas.api.trial.Proposal;
import org.espalier.nas.api.trial.Trial;
import org.espalier.nas.api.trial.TrialResult;
import org.espalier.nas.controller.reinforce.ReinforceSettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A test of a search with its real network, restored from a snapshot before every call. */
final class ReinforceResumeTest {
  private static final int BATCHES = 3;
  private static final int BATCH = 10;

  private final Bandit bandit = Bandit.of(3, 4);

  static Stream<ReinforceSettings> batches() {
    return Stream.of(
        Searches.correct(false),
        Searches.asPublished(false),
        Searches.nascell(0),
        Searches.nascell(0.5));
  }

  private Controller controller(ReinforceSettings settings) {
    return Searches.reinforce(settings, bandit, 5);
  }

  /** The published deterministic policy remembers its last action and its last accuracy. */
  @Test
  void thePublishedNasCellSearchContinuesToTheLastBit() {
    List<Proposal> uninterrupted = new ArrayList<>();
    List<Proposal> interrupted = new ArrayList<>();
    Controller whole = controller(Searches.wallarm());
    Controller pieces = controller(Searches.wallarm());
    for (int trial = 0; trial < 6; trial++) {
      uninterrupted.addAll(whole.ask(1));
      whole.tell(results(uninterrupted, trial, trial + 1));
      interrupted.addAll(pieces.ask(1));
      pieces = restored(pieces, Searches.wallarm());
      pieces.tell(results(interrupted, trial, trial + 1));
      pieces = restored(pieces, Searches.wallarm());
    }

    assertThat(interrupted).hasSize(6).isEqualTo(uninterrupted);
    assertThat(pieces.snapshot()).isEqualTo(whole.snapshot());
    whole.close();
    pieces.close();
  }

  @ParameterizedTest
  @MethodSource("batches")
  void continuesToTheLastBit(ReinforceSettings settings) {
    List<Proposal> uninterrupted = new ArrayList<>();
    List<Proposal> interrupted = new ArrayList<>();

    byte[] whole = play(settings, uninterrupted, false);
    byte[] pieces = play(settings, interrupted, true);

    assertThat(interrupted).hasSize(BATCHES * BATCH).isEqualTo(uninterrupted);
    assertThat(pieces).isEqualTo(whole);
  }

  /** Repeatedly asks for a batch in two parts and tells it in two parts. */
  private byte[] play(ReinforceSettings settings, List<Proposal> proposals, boolean interrupting) {
    Controller controller = controller(settings);
    for (int batch = 0; batch < BATCHES; batch++) {
      for (int count : List.of(3, 7)) {
        proposals.addAll(controller.ask(count));
        controller = interrupting ? restored(controller, settings) : controller;
      }
      for (int from : List.of(0, 6)) {
        int start = batch * BATCH + from;
        controller.tell(results(proposals, start, from == 0 ? start + 6 : start + 4));
        controller = interrupting ? restored(controller, settings) : controller;
      }
    }
    byte[] snapshot = controller.snapshot();
    controller.close();
    return snapshot;
  }

  private Controller restored(Controller controller, ReinforceSettings settings) {
    Controller fresh = controller(settings);
    fresh.restore(controller.snapshot());
    controller.close();
    return fresh;
  }

  private List<TrialResult> results(List<Proposal> proposals, int from, int to) {
    List<TrialResult> results = new ArrayList<>();
    for (int i = from; i < to; i++) {
      double reward = bandit.graded(proposals.get(i).architecture());
      Measurement measurement = new Measurement(1, Map.of(Measurement.VALIDATION_ACCURACY, reward));
      Outcome outcome = new Outcome.Completed(List.of(measurement), Account.empty());
      results.add(new TrialResult(new Trial(i + 1, proposals.get(i), i, 0), outcome, reward));
    }
    return results;
  }
}
