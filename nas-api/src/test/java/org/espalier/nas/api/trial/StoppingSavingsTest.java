package org.espalier.nas.api.trial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.espalier.nas.api.space.Architecture;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class StoppingSavingsTest {

  private static Trial trial(int number, @Nullable Integer parent) {
    return new Trial(
        number,
        new Proposal(Architecture.empty(), Fidelity.epochs(10), parent, null),
        1,
        number - 1);
  }

  private static List<Measurement> epochs(int count) {
    return IntStream.rangeClosed(1, count)
        .mapToObj(step -> new Measurement(step, Map.of()))
        .toList();
  }

  private static TrialResult completed(int number, int epochs) {
    return new TrialResult(
        trial(number, null), new Outcome.Completed(epochs(epochs), Account.empty()), 0.5);
  }

  private static TrialResult stopped(int number, int epochs) {
    return new TrialResult(
        trial(number, null), new Outcome.Stopped(epochs(epochs), Account.empty(), "bad"), 0.1);
  }

  /** 10 + 3 + 6 + 0 were trained, 7 saved by the rule, 4 left by the evaluator itself. */
  @Test
  void onlyWhatARuleStoppedIsSaved() {
    TrialResult failed =
        new TrialResult(trial(4, null), Outcome.Failed.of(FailureCause.EXCEPTION, "broke"), null);

    StoppingSavings savings =
        StoppingSavings.of(List.of(completed(1, 10), stopped(2, 3), completed(3, 6), failed));

    assertThat(savings).isEqualTo(new StoppingSavings(4, 1, 7, 19, 1, 4));
    assertThat(savings.epochsWithoutRule()).isEqualTo(26);
    assertThat(savings.share()).isCloseTo(7 / 26.0, within(1e-15));
  }

  /** Trial 2 continues from the 4 epochs of trial 1 and trains 2 itself; of 10, 4 are saved. */
  @Test
  void epochsOfTheContinuedTrialAreCountedOnce() {
    Account two = Account.of(Cost.ofEpochs(2));
    TrialResult child =
        new TrialResult(trial(2, 1), new Outcome.Stopped(epochs(6), two, "bad"), 0.1);

    StoppingSavings savings = StoppingSavings.of(List.of(stopped(1, 4), child));

    assertThat(savings.trainedEpochs()).isEqualTo(6);
    assertThat(savings.savedEpochs()).isEqualTo(4);
  }

  @Test
  void nothingIsSavedInNoTrials() {
    assertThat(StoppingSavings.of(List.of()).share()).isZero();
  }
}
