package org.espalier.nas.analysis.sharing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.espalier.nas.analysis.ExampleRuns;
import org.espalier.nas.api.InvalidSettingException;
import org.espalier.nas.api.trial.Account;
import org.espalier.nas.api.trial.Measurement;
import org.espalier.nas.api.trial.Outcome;
import org.espalier.nas.api.trial.TrialResult;
import org.junit.jupiter.api.Test;

class AuditSampleTest {

  /** Trials whose score is their number; of every architecture there are two. */
  private static List<TrialResult> trials(int count) {
    List<TrialResult> trials = new ArrayList<>();
    for (int number = 1; number <= count; number++) {
      trials.add(
          ExampleRuns.completed(
              number, ExampleRuns.layers("(" + (number + 1) / 2 + ", relu)"), "accuracy", number));
    }
    return trials;
  }

  @Test
  void drawsAsManyOfEachThirdOfTheDifferentArchitectures() {
    AuditSample sample = AuditSample.of(trials(60), UnaryOperator.identity(), 11, 5);

    assertThat(sample.available()).isEqualTo(30);
    assertThat(sample.architectures()).doesNotHaveDuplicates().hasSize(11);
    assertThat(sample.drawn())
        .extracting(one -> one.result().trial().number())
        .isSorted()
        .doesNotHaveDuplicates();
    assertThat(sample.drawn()).filteredOn(one -> one.third() == 1).hasSize(4);
    assertThat(sample.drawn()).filteredOn(one -> one.third() == 2).hasSize(4);
    assertThat(sample.drawn()).filteredOn(one -> one.third() == 3).hasSize(3);
    assertThat(sample.drawn())
        .allSatisfy(
            one -> {
              int number = one.result().trial().number();
              assertThat(one.third()).isEqualTo(number > 40 ? 1 : number > 20 ? 2 : 3);
            });
  }

  @Test
  void dependsOnTheSeedAlone() {
    AuditSample sample = AuditSample.of(trials(60), UnaryOperator.identity(), 12, 5);

    assertThat(AuditSample.of(trials(60), UnaryOperator.identity(), 12, 5)).isEqualTo(sample);
    assertThat(AuditSample.of(trials(60), UnaryOperator.identity(), 12, 6)).isNotEqualTo(sample);
  }

  @Test
  void takesAllIfAllAreWanted() {
    assertThat(AuditSample.of(trials(20), UnaryOperator.identity(), 10, 1).drawn())
        .extracting(AuditSample.Drawn::third)
        .containsExactly(3, 3, 3, 2, 2, 2, 1, 1, 1, 1);
  }

  @Test
  void refusesTooSmallSamplesAndRuns() {
    assertThatThrownBy(() -> AuditSample.of(trials(60), UnaryOperator.identity(), 8, 1))
        .isInstanceOf(InvalidSettingException.class)
        .hasMessage(
            "--sample (8) must be at least 9: three architectures of each third of the ranking.");
    assertThatThrownBy(() -> AuditSample.of(trials(60), UnaryOperator.identity(), 31, 1))
        .isInstanceOf(InvalidSettingException.class)
        .hasMessage(
            "--sample (31) is more than the 30 different architectures that the run evaluated fully. Take --sample 30, or give the run a larger budget: nas extend RUN --trials N.");
    assertThatThrownBy(() -> AuditSample.of(trials(4), UnaryOperator.identity(), 9, 1))
        .hasMessageEndingWith(
            "Take a run with more trials, or give this one a larger budget: nas extend RUN --trials N.");
  }

  @Test
  void joinsTheTrainingsOfEachTrial() {
    AuditSample sample =
        new AuditSample(
            List.of(
                new AuditSample.Drawn(inherited(4, 0.5, Map.of("inherited.layers", 2.0)), 2),
                new AuditSample.Drawn(inherited(9, 0.7, Map.of()), 1)),
            20);
    List<TrialResult> trainings =
        List.of(
            ExampleRuns.completed(1, ExampleRuns.layers("a"), "accuracy", 0.1),
            ExampleRuns.completed(2, ExampleRuns.layers("a"), "accuracy", 0.2),
            ExampleRuns.failed(3, ExampleRuns.layers("b"), "NaN"),
            ExampleRuns.completed(4, ExampleRuns.layers("b"), "accuracy", 0.4));

    assertThat(sample.audited(trainings, 2))
        .containsExactly(
            new AuditedTrial(4, "[4]", 2, 2, 0.5, List.of(0.1, 0.2)),
            new AuditedTrial(9, "[9]", 1, null, 0.7, List.of(0.4)));
  }

  private static TrialResult inherited(int number, double reward, Map<String, Double> facts) {
    TrialResult result =
        ExampleRuns.completed(number, ExampleRuns.layers("" + number), "accuracy", reward);
    Outcome outcome =
        new Outcome.Completed(
            List.of(new Measurement(1, Map.of("accuracy", reward))), new Account(facts, Map.of()));
    return new TrialResult(result.trial(), outcome, reward);
  }
}
