package org.espalier.nas.engine.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.espalier.nas.api.evaluation.StudyListener;
import org.espalier.nas.api.trial.Measurement;
import org.espalier.nas.api.trial.Outcome;
import org.espalier.nas.api.trial.Trial;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StoppingTest {

  @TempDir Path folder;

  @Test
  void aStoppedTrialHasTheReasonOfTheRule() {
    StudyFixture fixture = new StudyFixture();
    fixture.stopping =
        (trial, measured, known) ->
            trial.number() == 3 && measured.size() == 2
                ? Optional.of("two are enough")
                : Optional.empty();
    StudySummary summary = fixture.run(folder);

    assertThat(summary.stopped()).isEqualTo(1);
    Outcome stopped = StudyFixture.read(folder).results().get(2).outcome();
    assertThat(stopped.measurements()).hasSize(2);
    assertThat(((Outcome.Stopped) stopped).reason()).isEqualTo("two are enough");
  }

  @Test
  void theRuleKnowsWhatTheTrialIsInformedBy() {
    Map<Integer, List<Integer>> known = new ConcurrentHashMap<>();
    Map<Integer, Integer> informedBy = new ConcurrentHashMap<>();
    StudyFixture fixture = new StudyFixture();
    fixture.settings = StudyFixture.settings(40, 4);
    fixture.stopping =
        (trial, measured, results) -> {
          informedBy.put(trial.number(), trial.informedBy());
          known.put(
              trial.number(), results.stream().map(result -> result.trial().number()).toList());
          return Optional.empty();
        };
    fixture.run(folder);

    assertThat(known).hasSize(40);
    known.forEach(
        (trial, numbers) ->
            assertThat(numbers)
                .isEqualTo(IntStream.rangeClosed(1, informedBy.get(trial)).boxed().toList()));
    assertThat(informedBy.get(40)).isBetween(32, 39);
  }

  @Test
  void whatAListenerThrowsIsNoTrialsFault() {
    StudyFixture fixture = new StudyFixture();
    fixture.listeners =
        List.of(
            new StudyListener() {
              @Override
              public void measured(Trial trial, Measurement measurement) {
                throw new IllegalStateException("listener is broken");
              }
            });

    assertThatThrownBy(() -> fixture.run(folder)).hasMessage("listener is broken");
    assertThat(StudyFixture.read(folder).results()).isEmpty();
  }
}
