package org.espalier.nas.engine.stopping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.espalier.nas.api.NasException;
import org.espalier.nas.api.evaluation.EvaluatorSettings;
import org.espalier.nas.api.trial.Measurement;
import org.espalier.nas.api.trial.TrialResult;
import org.espalier.nas.engine.metric.Goal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MedianStoppingTest {

  private final Situations of = Situations.ofAccuracy();

  /** Running averages until epoch 2: 0.3, 0.5, 0.6; their median is 0.5. */
  private final List<TrialResult> three =
      List.of(
          of.completed(1, 0.2, 0.4, 0.9),
          of.completed(2, 0.6, 0.4, 0.4),
          of.completed(3, 0.5, 0.7, 0.7));

  private static MedianStopping rule(int warmupSteps, int warmupTrials, int interval) {
    return new MedianStopping(
        new MedianSettings("auto", Goal.AUTO, warmupSteps, warmupTrials, interval),
        new EvaluatorSettings() {});
  }

  private Optional<String> ask(MedianStopping rule, List<TrialResult> known, double... values) {
    return rule.reasonToStop(Situations.trial(known.size() + 1), of.measured(values), known);
  }

  /** Golovin et al. 2017, section 3.2.2: the best value counts, and must be strictly worse. */
  @Test
  void comparesTheBestWithTheMedianOfTheRunningAverages() {
    MedianStopping rule = rule(0, 3, 1);

    assertThat(ask(rule, three, 0.49, 0.3))
        .contains(
            "best validation.accuracy until epoch 2 (0.4900) is below the median of 3 trials"
                + " (0.5000)");
    assertThat(ask(rule, three, 0.5, 0.3)).isEmpty();
    assertThat(ask(rule, three, 0.1, 0.51)).isEmpty();
  }

  @Test
  void theMedianOfAnEvenNumberIsTheMeanOfTheMiddleTwo() {
    List<TrialResult> two = three.subList(0, 2);

    assertThat(ask(rule(0, 2, 1), two, 0.39, 0.39)).isPresent();
    assertThat(ask(rule(0, 2, 1), two, 0.41, 0.3)).isEmpty();
  }

  /** At epoch 3 the stopped trial is not among them any more: averages 0.5, 0.9. */
  @Test
  void trialsCountAsFarAsTheyGot() {
    List<TrialResult> known =
        List.of(
            of.completed(1, 0.5, 0.5, 0.5),
            of.stopped(2, 0.1, 0.1),
            of.completed(3, 0.9, 0.9, 0.9));

    assertThat(ask(rule(0, 2, 1), known, 0.5, 0.5)).isEmpty();
    assertThat(ask(rule(0, 2, 1), known, 0.5, 0.5, 0.5)).isPresent();
    assertThat(ask(rule(0, 3, 1), known, 0.5, 0.5, 0.5)).isEmpty();
  }

  @Test
  void failedTrialsCountUntilTheyWereNoNumber() {
    List<TrialResult> known = List.of(of.completed(1, 0.9, 0.9), of.failed(2, 0.1, Double.NaN));

    assertThat(ask(rule(0, 2, 1), known, 0.4))
        .contains(
            "best validation.accuracy until epoch 1 (0.4000) is below the median of 2 trials (0.5000)");
    assertThat(ask(rule(0, 2, 1), known, 0.4, 0.49)).isPresent();
  }

  /** Trial 3 has the epochs of trial 1 too: the median is that of trials 2 and 3, 0.4. */
  @Test
  void aNetworkThatWasContinuedCountsOnce() {
    List<TrialResult> known =
        List.of(
            of.completed(1, 0.6),
            of.completed(2, 0.2),
            of.completed(Situations.continuing(3, 1), 0.6, 0.7));

    assertThat(ask(rule(0, 1, 1), known, 0.5)).isEmpty();
    assertThat(ask(rule(0, 1, 1), known, 0.3)).isPresent();
  }

  @Test
  void aTrialIsNotComparedWithTheOneThatItContinues() {
    List<TrialResult> known = List.of(of.completed(1, 0.3), of.completed(2, 0.2));

    assertThat(rule(0, 1, 1).reasonToStop(Situations.continuing(3, 1), of.measured(0.21), known))
        .isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"1, false", "2, false", "3, true", "4, false", "5, false", "6, true"})
  void decidesAfterTheWarmUpAtEachInterval(int epochs, boolean decides) {
    double[] good = {0.9, 0.9, 0.9, 0.9, 0.9, 0.9};
    List<TrialResult> known = List.of(of.completed(1, good), of.completed(2, good));

    assertThat(ask(rule(2, 2, 3), known, new double[epochs]).isPresent()).isEqualTo(decides);
    assertThat(ask(rule(2, 3, 3), known, new double[epochs])).isEmpty();
  }

  @Test
  void lessOfALossIsBetter() {
    Situations losses = new Situations("validation.loss");
    MedianStopping rule =
        new MedianStopping(
            new MedianSettings("validation.loss", Goal.AUTO, 0, 1, 1), new EvaluatorSettings() {});
    List<TrialResult> known = List.of(losses.completed(1, 0.5, 0.3));

    assertThat(rule.reasonToStop(Situations.trial(2), losses.measured(0.6, 0.45), known))
        .contains(
            "best validation.loss until epoch 2 (0.4500) is above the median of 1 trial (0.4000)");
    assertThat(rule.reasonToStop(Situations.trial(2), losses.measured(0.6, 0.35), known)).isEmpty();
  }

  @Test
  void nothingIsSavedAfterTheLastEpoch() {
    List<TrialResult> known = List.of(of.completed(1, filled(0.9)), of.completed(2, filled(0.9)));

    assertThat(ask(rule(0, 2, 1), known, filled(0.1))).isEmpty();
  }

  @Test
  void namesWhatWasMeasured() {
    MedianStopping rule =
        new MedianStopping(
            new MedianSettings("f1", Goal.AUTO, 0, 1, 1), new EvaluatorSettings() {});

    assertThatThrownBy(() -> ask(rule, three, 0.5))
        .isInstanceOf(NasException.class)
        .hasMessage(
            "The stopping rule needs f1, which was not measured; measured were"
                + " [validation.accuracy]. Set metric to one of these.");
    assertThat(
            rule.reasonToStop(
                Situations.trial(1), List.of(new Measurement(1, Map.of())), List.of()))
        .isEmpty();
  }

  private static double[] filled(double value) {
    double[] values = new double[Situations.EPOCHS];
    Arrays.fill(values, value);
    return values;
  }
}
