package org.espalier.nas.engine.study;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.espalier.nas.api.evaluation.Directive;
import org.espalier.nas.api.trial.FailureCause;
import org.espalier.nas.api.trial.Measurement;
import org.espalier.nas.api.trial.Outcome;
import org.espalier.nas.api.trial.Trial;
import org.espalier.nas.api.trial.TrialResult;
import org.espalier.nas.engine.executor.AttemptEnd;
import org.espalier.nas.engine.executor.TrialAttempt;
import org.espalier.nas.engine.executor.TrialExecutor;
import org.espalier.nas.engine.store.StoredTrial;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Trials whose executor loses them. */
class LostAttemptsTest {

  @TempDir Path folder;

  /** An executor that loses the first attempts at some trials, after their last measurement. */
  private record Losing(TrialExecutor threads, Map<Integer, Integer> losses)
      implements TrialExecutor {
    @Override
    public void submit(TrialAttempt attempt) {
      int left = losses.merge(attempt.trial().number(), -1, Integer::sum);
      threads.submit(left < 0 ? attempt : new Lost(attempt));
    }

    @Override
    public List<TrialAttempt> drop() {
      return threads.drop();
    }

    @Override
    public void giveUp(TrialAttempt attempt, boolean interrupt) {
      threads.giveUp(attempt, interrupt);
    }

    @Override
    public void close() {
      threads.close();
    }
  }

  private record Lost(TrialAttempt attempt) implements TrialAttempt {
    @Override
    public Trial trial() {
      return attempt.trial();
    }

    @Override
    public boolean begin(String worker) {
      return attempt.begin(worker);
    }

    @Override
    public Directive report(Measurement measurement) {
      return attempt.report(measurement);
    }

    @Override
    public List<Measurement> continued() {
      return attempt.continued();
    }

    @Override
    public boolean abandoned() {
      return attempt.abandoned();
    }

    @Override
    public void ended(AttemptEnd end) {
      attempt.ended(new AttemptEnd.Lost("its machine went away"));
    }
  }

  private StudySummary run(Path study, int workers, Map<Integer, Integer> losses) {
    StudyFixture fixture = new StudyFixture();
    fixture.settings = StudyFixture.settings(40, workers);
    fixture.executor = threads -> new Losing(threads, new ConcurrentHashMap<>(losses));
    return fixture.run(study);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 3})
  void areAttemptedAgainAndTheControllerIsNotTold(int workers) {
    new StudyFixture().run(folder.resolve("undisturbed"));

    run(folder.resolve("lost"), workers, Map.of(1, 1, 7, 2, 8, 1, 40, 2));

    assertThat(StudyFixture.ledger(folder.resolve("lost")))
        .isEqualTo(StudyFixture.ledger(folder.resolve("undisturbed")));
    List<StoredTrial> trials = StudyFixture.read(folder.resolve("lost")).trials();
    assertThat(trials.get(0).attempts()).isEqualTo(2);
    assertThat(trials.get(6).attempts()).isEqualTo(3);
    assertThat(trials.get(1).attempts()).isEqualTo(1);
  }

  @Test
  void failWhenTheyAreLostThreeTimes() {
    StudySummary summary = run(folder, 2, Map.of(7, 9));

    assertThat(summary.results()).hasSize(40);
    TrialResult lost = summary.results().get(6);
    assertThat(lost.outcome())
        .isInstanceOfSatisfying(
            Outcome.Failed.class,
            failed -> {
              assertThat(failed.cause()).isEqualTo(FailureCause.PROCESS_DIED);
              assertThat(failed.message())
                  .isEqualTo(
                      "Trial 7 was lost 3 times, the last time because its machine went away.");
            });
  }
}
