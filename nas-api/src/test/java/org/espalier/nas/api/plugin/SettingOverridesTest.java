package org.espalier.nas.api.plugin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.espalier.nas.api.InvalidSettingException;
import org.espalier.nas.api.training.Adam;
import org.espalier.nas.api.training.OptimizerSettings;
import org.espalier.nas.api.training.Rmsprop;
import org.espalier.nas.api.training.Schedule;
import org.espalier.nas.api.training.Sgd;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettingOverridesTest {

  record Inner(
      @Range("(0, 1]") double rate, Schedule schedule, @Nullable OptimizerSettings optimizer) {
    Inner {
      if (rate == 0.5) {
        throw new InvalidSettingException("rate", "rate (0.5) must not be a half.");
      }
    }
  }

  record Outer(
      @Range("[1, inf)") int batch,
      @Range("(-inf, inf)") long offset,
      boolean shuffle,
      String metric,
      Path file,
      @Range("[1, 9]") @Nullable Integer limit,
      List<String> names,
      Inner inner,
      @Nullable Inner absent) {}

  private static final Adam ADAM =
      new Adam(0.2, new Schedule.CosineSchedule(50, 0.1), 0.8, 0.99, 1e-3, 5);

  private static final Outer SETTINGS =
      new Outer(
          32,
          -1,
          true,
          "loss",
          Path.of("a"),
          null,
          List.of("x"),
          new Inner(0.25, Schedule.constant(), ADAM),
          null);

  private static Outer with(String... pathsAndTexts) {
    Map<String, String> texts = new java.util.LinkedHashMap<>();
    for (int i = 0; i < pathsAndTexts.length; i += 2) {
      texts.put(pathsAndTexts[i], pathsAndTexts[i + 1]);
    }
    return SettingOverrides.of(texts).applyTo(SETTINGS);
  }

  @Test
  void everyKindOfSingleValueIsReplaced() {
    assertThat(
            with(
                "batch",
                "64",
                "offset",
                "5",
                "shuffle",
                "false",
                "metric",
                "acc",
                "file",
                "b",
                "limit",
                "3",
                "inner.rate",
                "1e-3",
                "inner.schedule.type",
                "cosine"))
        .isEqualTo(
            new Outer(
                64,
                5,
                false,
                "acc",
                Path.of("b"),
                3,
                List.of("x"),
                new Inner(1e-3, new Schedule.CosineSchedule(1000, 0), ADAM),
                null));
    assertThat(with("batch", "64.0").batch()).isEqualTo(64);
  }

  @Test
  void nothingIsReplacedByNothing() {
    assertThat(with()).isEqualTo(SETTINGS);
  }

  @Test
  void anotherTypeKeepsWhatBothHaveAndHasDefaultsOtherwise() {
    assertThat(with("inner.optimizer.type", "sgd", "inner.optimizer.momentum", "0.9").inner())
        .isEqualTo(
            new Inner(0.25, Schedule.constant(), new Sgd(0.2, ADAM.schedule(), 0.9, false, 5)));
    assertThat(with("inner.optimizer.type", "rmsprop", "inner.optimizer.learningRate", "3").inner())
        .isEqualTo(
            new Inner(0.25, Schedule.constant(), new Rmsprop(3, ADAM.schedule(), 0, 0.9, 1e-3, 5)));
    assertThat(with("inner.optimizer.type", "adam")).isEqualTo(SETTINGS);
  }

  @Test
  void settingsWithinOneOfSeveralRecordsAreReplaced() {
    assertThat(
            with("inner.optimizer.beta1", "0.5", "inner.optimizer.schedule.steps", "7")
                .inner()
                .optimizer())
        .isEqualTo(new Adam(0.2, new Schedule.CosineSchedule(7, 0.1), 0.5, 0.99, 1e-3, 5));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "batc | 1 | There is no setting batc; known here are batch, offset, shuffle, metric, file,"
            + " limit, names, inner, absent. Did you mean batch?",
        "inner.rat | 1 | There is no setting inner.rat; known here are rate, schedule, optimizer."
            + " Did you mean rate?",
        "batch.size | 1 | There is no setting batch.size: batch has no settings within.",
        "absent.rate | 1 | absent.rate cannot be set, for absent is absent; give it with some value"
            + " first.",
        "inner | 1 | inner is no single value, which alone can be replaced; name a setting within"
            + " it, such as inner.rate.",
        "names | 1 | names is no single value, which alone can be replaced.",
        "batch | 0 | batch (0) must lie in [1, inf).",
        "batch | 1.5 | batch (1.5) must be a whole number of usual size.",
        "batch | many | batch (many) must be a number.",
        "limit | 10 | limit (10) must lie in [1, 9].",
        "shuffle | no | shuffle (no) must be true or false.",
        "inner.rate | 0.5 | inner.rate (0.5) must not be a half.",
        "inner.schedule | cosine | inner.schedule is no single value, which alone can be replaced;"
            + " name a setting within it, such as inner.schedule.type.",
        "inner.schedule.steps | 5 | There is no setting inner.schedule.steps of constant; known"
            + " here are type.",
        "inner.schedule.type | time-decay | inner.schedule.type (time-decay) needs"
            + " inner.schedule.decay, which has no default; give it too.",
        "inner.optimizer.beta3 | 1 | There is no setting inner.optimizer.beta3 of adam; known here"
            + " are type, learningRate, schedule, beta1, beta2, epsilon, clipNorm. Did you mean"
            + " beta1?",
        "inner.optimizer.beta1 | 1 | inner.optimizer.beta1 (1) must lie in [0, 1).",
        "inner.schedule.type | cosin | inner.schedule.type (cosin) must be one of constant,"
            + " time-decay, exponential, cosine. Did you mean cosine?",
      })
  void whatCannotBeReplacedIsNamed(String path, String text, String message) {
    assertThatThrownBy(() -> with(path, text))
        .hasMessage(message)
        .isInstanceOfSatisfying(
            InvalidSettingException.class, error -> assertThat(error.setting()).isEqualTo(path));
  }
}
