package org.espalier.nas.engine.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.espalier.nas.api.InvalidSettingException;
import org.espalier.nas.api.evaluation.Evaluator;
import org.espalier.nas.api.evaluation.Progress;
import org.espalier.nas.api.trial.FailureCause;
import org.espalier.nas.api.trial.Measurement;
import org.espalier.nas.api.trial.Outcome;
import org.espalier.nas.api.trial.Trial;
import org.espalier.nas.api.trial.TrialResult;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Trials that exceed their time; the time passes only when a trial says so. */
@Timeout(120)
class TrialTimeoutTest {
  private static final int LATE = 3;
  private static final Duration LIMIT = Duration.ofSeconds(10);

  @TempDir Path folder;

  private final AtomicReference<Instant> now = new AtomicReference<>(Instant.EPOCH);
  private final AtomicInteger open = new AtomicInteger();

  /** The reaction of an evaluator to the end of its time. */
  private enum Reaction {
    /** Never returns. */
    HANGS {
      @Override
      void late(Progress progress) {
        hangForever();
      }
    },
    /** Ends when it is told to abandon, and reports once more. */
    ABANDONS {
      @Override
      void late(Progress progress) {
        while (!progress.abandoned()) {
          Thread.onSpinWait();
        }
        progress.report(measurement(2));
      }
    },
    /** Ends when it is interrupted. */
    IS_INTERRUPTED {
      @Override
      void late(Progress progress) throws InterruptedException {
        new CountDownLatch(1).await();
      }
    };

    abstract void late(Progress progress) throws InterruptedException;
  }

  private static Measurement measurement(int step) {
    return new Measurement(step, Map.of("validation.accuracy", 0.5));
  }

  static void hangForever() {
    while (true) {
      try {
        new CountDownLatch(1).await();
      } catch (InterruptedException ignored) {
        Thread.onSpinWait();
      }
    }
  }

  private StudyFixture fixture(int trials, Reaction reaction) {
    StudyFixture fixture = new StudyFixture();
    fixture.settings = settings(trials, LIMIT);
    fixture.clock = now::get;
    fixture.evaluators = () -> new Late(fixture.bandit(0.05, 0), reaction);
    return fixture;
  }

  private static StudySettings settings(int trials, Duration timeout) {
    return new StudySettings(
        "tokens",
        StudyFixture.SEED,
        1,
        0,
        Budget.trials(trials),
        false,
        TrialSeeds.NUMBER,
        timeout);
  }

  /** An evaluator whose third trial exceeds its time after one measurement. */
  private final class Late implements Evaluator {
    private final Evaluator bandit;
    private final Reaction reaction;

    Late(Evaluator bandit, Reaction reaction) {
      this.bandit = bandit;
      this.reaction = reaction;
      open.incrementAndGet();
    }

    @Override
    public Outcome evaluate(Trial trial, Progress progress) throws Exception {
      if (trial.number() == LATE) {
        progress.report(measurement(1));
        now.updateAndGet(before -> before.plus(LIMIT).plusSeconds(1));
        reaction.late(progress);
      }
      return bandit.evaluate(trial, progress);
    }

    @Override
    public void close() {
      open.decrementAndGet();
    }
  }

  @ParameterizedTest
  @EnumSource
  void aTrialThatTakesTooLongFailsAndTheSearchGoesOn(Reaction reaction) {
    StudySummary summary = fixture(12, reaction).run(folder);

    assertThat(summary.ending()).isEqualTo(StudyEnd.TRIALS);
    assertLate(summary.results(), 12);
    assertThat(StudyFixture.read(folder).results()).isEqualTo(summary.results());
    assertThat(open).hasValue(reaction == Reaction.HANGS ? 1 : 0);
  }

  @Test
  void theSearchIsResumedAfterIt() {
    fixture(6, Reaction.HANGS).run(folder);
    StudySummary summary = fixture(12, Reaction.HANGS).run(folder);

    assertThat(summary.evaluated()).isEqualTo(6);
    assertLate(StudyFixture.read(folder).results(), 12);
  }

  private static void assertLate(List<TrialResult> results, int trials) {
    assertThat(results).hasSize(trials);
    for (TrialResult result : results) {
      if (result.trial().number() == LATE) {
        assertThat(result.outcome())
            .isInstanceOfSatisfying(
                Outcome.Failed.class,
                failed -> {
                  assertThat(failed.cause()).isEqualTo(FailureCause.TIMEOUT);
                  assertThat(failed.message())
                      .isEqualTo("The trial took longer than trialTimeout (10 s).");
                  assertThat(failed.measurements()).containsExactly(measurement(1));
                });
      } else {
        assertThat(result.outcome()).isInstanceOf(Outcome.Completed.class);
      }
    }
  }

  @Test
  void theTimeOfEachTrialCounts() {
    StudyFixture fixture = new StudyFixture();
    fixture.settings = settings(12, LIMIT);
    fixture.clock = now::get;
    fixture.evaluators =
        () -> {
          Evaluator bandit = fixture.bandit(0.05, 0);
          return (trial, progress) -> {
            now.updateAndGet(before -> before.plus(LIMIT));
            return bandit.evaluate(trial, progress);
          };
        };
    assertThat(fixture.run(folder).results())
        .hasSize(12)
        .allMatch(result -> result.outcome() instanceof Outcome.Completed);
  }

  @Test
  void theProcessExitsThoughATrialHangs() throws Exception {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                HangingStudy.class.getName(),
                folder.toString())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    try (BufferedReader output = process.inputReader()) {
      assertThat(output.lines().toList()).contains("3 TIMEOUT", "ended TRIALS");
      assertThat(process.waitFor()).isZero();
    } finally {
      process.destroyForcibly();
    }
  }

  /** A study in a process of its own, whose third trial hangs. */
  static final class HangingStudy {
    private HangingStudy() {}

    public static void main(String[] args) {
      StudyFixture fixture = new StudyFixture();
      fixture.settings = settings(8, Duration.ofMillis(500));
      fixture.evaluators =
          () -> {
            Evaluator bandit = fixture.bandit(0.05, 0);
            return (trial, progress) -> {
              if (trial.number() == LATE) {
                hangForever();
              }
              return bandit.evaluate(trial, progress);
            };
          };
      StudySummary summary = fixture.run(Path.of(args[0]));
      for (TrialResult result : summary.results()) {
        if (result.outcome() instanceof Outcome.Failed failed) {
          System.out.println(result.trial().number() + " " + failed.cause());
        }
      }
      System.out.println("ended " + summary.ending());
    }
  }

  @Test
  void aLimitMustBePositive() {
    assertThatThrownBy(() -> settings(1, Duration.ZERO))
        .isInstanceOf(InvalidSettingException.class)
        .hasMessage("trialTimeout (PT0S) must be positive.");
  }
}
