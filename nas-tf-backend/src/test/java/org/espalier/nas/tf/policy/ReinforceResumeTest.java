package org.espalier.nas.tf.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.espalier.nas.api.controller.Controller;
import org.espalier.nas.api.trial.Account;
import org.espalier.nas.api.trial.Measurement;
import org.espalier.nas.api.trial.Outcome;
import org.espalier.nas.api.trial.Proposal;
import org.espalier.nas.api.trial.Trial;
import org.espalier.nas.api.trial.TrialResult;
import org.espalier.nas.controller.reinforce.ReinforceSettings;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A test of a search with its real network, restored from a snapshot before every call. */
final class ReinforceResumeTest {
  private static final int BATCHES = 3;
  private static final int BATCH = 10;

  private final Bandit bandit = Bandit.of(3, 4);

  private Controller controller(ReinforceSettings.Variant variant) {
    return Searches.reinforce(
        variant == ReinforceSettings.Variant.CORRECT
            ? Searches.correct(false)
            : Searches.asPublished(false),
        bandit,
        5);
  }

  @ParameterizedTest
  @EnumSource(ReinforceSettings.Variant.class)
  void continuesToTheLastBit(ReinforceSettings.Variant variant) {
    List<Proposal> uninterrupted = new ArrayList<>();
    List<Proposal> interrupted = new ArrayList<>();

    byte[] whole = play(variant, uninterrupted, false);
    byte[] pieces = play(variant, interrupted, true);

    assertThat(interrupted).hasSize(BATCHES * BATCH).isEqualTo(uninterrupted);
    assertThat(pieces).isEqualTo(whole);
  }

  /** Repeatedly asks for a batch in two parts and tells it in two parts. */
  private byte[] play(
      ReinforceSettings.Variant variant, List<Proposal> proposals, boolean interrupting) {
    Controller controller = controller(variant);
    for (int batch = 0; batch < BATCHES; batch++) {
      for (int count : List.of(3, 7)) {
        proposals.addAll(controller.ask(count));
        controller = interrupting ? restored(controller, variant) : controller;
      }
      for (int from : List.of(0, 6)) {
        int start = batch * BATCH + from;
        controller.tell(results(proposals, start, from == 0 ? start + 6 : start + 4));
        controller = interrupting ? restored(controller, variant) : controller;
      }
    }
    byte[] snapshot = controller.snapshot();
    controller.close();
    return snapshot;
  }

  private Controller restored(Controller controller, ReinforceSettings.Variant variant) {
    Controller fresh = controller(variant);
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
