package org.espalier.nas.engine.stopping;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.espalier.nas.api.evaluation.EvaluatorSettings;
import org.espalier.nas.api.trial.TrialResult;
import org.espalier.nas.engine.metric.Goal;
import org.junit.jupiter.api.Test;

class LearningCurveStoppingTest {

  private final Situations of = Situations.ofAccuracy();

  private static double[] rising(double level, int epochs) {
    return IntStream.rangeClosed(1, epochs).mapToDouble(n -> level - 0.4 / n).toArray();
  }

  private Optional<String> ask(double delta, int interval, List<TrialResult> known, double[] now) {
    return new LearningCurveStopping(
            new LearningCurveSettings("auto", Goal.AUTO, delta, 5, interval),
            new EvaluatorSettings() {})
        .reasonToStop(Situations.trial(known.size() + 1), of.measured(now), known);
  }

  @Test
  void stopsWhatWillNotBecomeTheBest() {
    List<TrialResult> known = List.of(of.completed(1, rising(0.9, Situations.EPOCHS)));

    assertThat(ask(0.05, 1, known, rising(0.6, 8)))
        .hasValueSatisfying(
            reason ->
                assertThat(reason)
                    .startsWith("validation.accuracy will be better than the best (0.8800) with")
                    .contains("after epoch 20; 0.59"));
    assertThat(ask(0.05, 1, known, rising(0.95, 8))).isEmpty();
  }

  /** Better than the others at the same epoch counts for nothing if they will be better. */
  @Test
  void aSlowTrialThatRisesGoesOn() {
    double[] line = IntStream.rangeClosed(1, 8).mapToDouble(n -> 0.1 + 0.04 * n).toArray();

    assertThat(ask(0.05, 1, List.of(of.completed(1, rising(0.7, Situations.EPOCHS))), line))
        .isEmpty();
  }

  @Test
  void theBestEndCountsNotTheBestEpoch() {
    List<TrialResult> known = List.of(of.completed(1, 0.9, 0.95, 0.6));

    assertThat(ask(0.05, 1, known, rising(0.7, 8))).isEmpty();
    assertThat(ask(0.05, 1, known, rising(0.4, 8))).isPresent();
  }

  @Test
  void waitsForTheFirstEpochsAndBetweenDecisions() {
    List<TrialResult> known = List.of(of.completed(1, rising(0.9, Situations.EPOCHS)));

    assertThat(ask(0.05, 3, known, rising(0.5, 4))).isEmpty();
    assertThat(ask(0.05, 3, known, rising(0.5, 5))).isPresent();
    assertThat(ask(0.05, 3, known, rising(0.5, 6))).isEmpty();
    assertThat(ask(0.05, 3, known, rising(0.5, 8))).isPresent();
  }

  @Test
  void saysNothingOfACurveThatIsLevel() {
    List<TrialResult> known = List.of(of.completed(1, rising(0.9, Situations.EPOCHS)));

    assertThat(ask(0.05, 1, known, new double[9])).isEmpty();
  }
}
