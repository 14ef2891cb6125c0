package org.espalier.nas.engine.stopping;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.espalier.nas.api.evaluation.EvaluatorSettings;
import org.espalier.nas.api.trial.TrialResult;
import org.espalier.nas.engine.metric.Goal;
import org.junit.jupiter.api.Test;

class SuccessiveHalvingStoppingTest {

  private final Situations of = Situations.ofAccuracy();

  private static SuccessiveHalvingStoppingSettings settings(int minEpochs, int factor) {
    return new SuccessiveHalvingStoppingSettings("auto", Goal.AUTO, minEpochs, factor);
  }

  private Optional<String> ask(int minEpochs, int factor, List<TrialResult> known, double... now) {
    return new SuccessiveHalvingStopping(settings(minEpochs, factor), new EvaluatorSettings() {})
        .reasonToStop(Situations.trial(known.size() + 1), of.measured(now), known);
  }

  /** Of this many trials the first has 0.01 in each epoch, the second 0.02, and so on. */
  private List<TrialResult> rising(int count) {
    return IntStream.rangeClosed(1, count)
        .mapToObj(n -> of.completed(n, n / 100.0, n / 100.0, n / 100.0, n / 100.0))
        .toList();
  }

  @Test
  void rungsArePowersOfTheFactor() {
    SuccessiveHalvingStoppingSettings settings = settings(2, 3);

    assertThat(
            IntStream.rangeClosed(1, 60).filter(step -> settings.rungBetween(step - 1, step) > 0))
        .containsExactly(2, 6, 18, 54);
    assertThat(settings.rungBetween(5, 20)).isEqualTo(18);
    assertThat(settings.rungBetween(0, Integer.MAX_VALUE)).isPositive();
  }

  /** With 8 known ones it is one of 9, of which 3 go on: two may be better. */
  @Test
  void oneInFactorGoesOn() {
    assertThat(ask(1, 3, rising(8), 0.061)).isEmpty();
    assertThat(ask(1, 3, rising(8), 0.06)).isEmpty();
    assertThat(ask(1, 3, rising(8), 0.059))
        .contains(
            "validation.accuracy (0.0590) is number 4 of 9 trials at the rung of 1 epoch, of"
                + " which 3 go on");
    assertThat(ask(1, 3, rising(7), 0.061)).as("2 of 8 go on").isEmpty();
    assertThat(ask(1, 3, rising(7), 0.059)).isPresent();
  }

  @Test
  void ofFewerThanFactorTheBestGoesOn() {
    assertThat(ask(1, 3, List.of(), 0.0)).isEmpty();
    assertThat(ask(1, 3, rising(1), 0.02)).isEmpty();
    assertThat(ask(1, 3, rising(1), 0.0)).isPresent();
  }

  @Test
  void betweenRungsAllGoOn() {
    assertThat(ask(1, 3, rising(8), 0.0, 0.0)).isEmpty();
    assertThat(ask(1, 3, rising(8), 0.0, 0.0, 0.0)).isPresent();
    assertThat(ask(4, 3, rising(8), 0.0, 0.0, 0.0)).isEmpty();
  }

  /** At the rung of 3 epochs only the first two are left; the trial is second of 3. */
  @Test
  void trialsCountAtTheRungsThatTheyReached() {
    List<TrialResult> known = new ArrayList<>();
    known.add(of.completed(1, 0.5, 0.5, 0.5));
    known.add(of.stopped(2, 0.9, 0.9, 0.1));
    known.add(of.stopped(3, 0.9));
    known.add(of.failed(4, 0.8, Double.NaN));

    assertThat(ask(1, 3, known, 0.2, 0.2, 0.2)).isPresent();
    assertThat(ask(1, 3, known, 0.6, 0.6, 0.6)).isEmpty();
    assertThat(ask(1, 2, known, 0.85)).as("third of 5 at the rung of 1").isPresent();
  }

  @Test
  void whatIsNoNumberDoesNotGoOn() {
    assertThat(ask(1, 3, List.of(), Double.NaN))
        .contains("validation.accuracy is not a number at the rung of 1 epoch");
  }
}
