package org.espalier.nas.engine.study;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.espalier.nas.api.trial.Account;
import org.espalier.nas.api.trial.Cost;
import org.espalier.nas.api.trial.Measurement;
import org.espalier.nas.api.trial.Outcome;
import org.espalier.nas.api.trial.TrialResult;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EvaluationCacheTest {

  @TempDir Path folder;

  private StudySummary run(String name, int workers, boolean cache) {
    StudyFixture fixture = new StudyFixture();
    fixture.settings =
        new StudySettings(
            "tokens", StudyFixture.SEED, workers, 4, Budget.trials(200), cache, TrialSeeds.NUMBER);
    fixture.controller = new SamplingController(TokenSpace.ofLength(4), fixture.random);
    return fixture.run(folder.resolve(name));
  }

  private static List<TrialResult> cached(StudySummary summary) {
    return summary.results().stream()
        .filter(result -> result.outcome().account().cost().cachedTrial() != null)
        .toList();
  }

  @Test
  void givesARepeatedArchitectureItsEarlierOutcome() {
    StudySummary summary = run("cached", 2, true);

    assertThat(cached(summary)).isNotEmpty();
    assertThat(summary.evaluated()).isEqualTo(200 - cached(summary).size());
    for (TrialResult result : cached(summary)) {
      Cost cost = result.outcome().account().cost();
      int number = cost.cachedTrial();
      TrialResult earlier = summary.results().get(number - 1);
      assertThat(number).isLessThanOrEqualTo(result.trial().informedBy());
      assertThat(earlier.trial().proposal().architecture())
          .isEqualTo(result.trial().proposal().architecture());
      assertThat(earlier.outcome().measurements()).isEqualTo(result.outcome().measurements());
      assertThat(earlier.value()).isEqualTo(result.value());
      assertThat(cost.epochs()).isZero();
    }
  }

  @Test
  void whatIsNotTrainedAgainIsChargedNoTime() {
    StudyFixture fixture = new StudyFixture();
    fixture.settings =
        new StudySettings(
            "tokens", StudyFixture.SEED, 1, 4, Budget.trials(200), true, TrialSeeds.NUMBER);
    fixture.controller = new SamplingController(TokenSpace.ofLength(4), fixture.random);
    fixture.evaluators =
        () ->
            (trial, progress) ->
                new Outcome.Completed(
                    List.of(new Measurement(1, Map.of("validation.accuracy", 0.5))),
                    Account.of(Cost.unknown().withSeconds(2)));

    assertThat(cached(fixture.run(folder.resolve("charged"))))
        .isNotEmpty()
        .allSatisfy(result -> assertThat(result.outcome().account().cost().seconds()).isZero());
  }

  @Test
  void doesNotDependOnWorkers() {
    run("one", 1, true);
    run("four", 4, true);

    assertThat(StudyFixture.ledger(folder.resolve("four")))
        .isEqualTo(StudyFixture.ledger(folder.resolve("one")));
  }

  @Test
  void isOffUnlessAskedFor() {
    assertThat(cached(run("plain", 2, false))).isEmpty();
  }
}
