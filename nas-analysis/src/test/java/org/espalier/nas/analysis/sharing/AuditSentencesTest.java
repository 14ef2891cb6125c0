package org.espalier.nas.analysis.sharing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class AuditSentencesTest {

  private static String text(AuditReport report) {
    return String.join("\n", new AuditSentences(report).answers())
        .replace('\u2212', '-')
        .replace('\u00a0', ' ');
  }

  @Test
  void answersEachQuestionWithItsNumbers() {
    AuditReport report = ExampleAudits.report(ExampleAudits.trials(60, 0.01, 0.02));

    assertThat(text(report))
        .contains("Sharing keeps the ranking in part: Kendall’s τ between shared and stand-alone")
        .contains("Within the top third of the shared scores, ")
        .contains("One stand-alone training agrees with the others by τ 0.")
        .contains("the shared score ranks worse (difference -0.")
        .contains("Later trials have an advantage: shared minus stand-alone score changes by 0.0")
        .contains("Inheriting helps: the shared score is higher for ")
        .contains(" of 60 trials (")
        .endsWith(
            "Sharing saves no epochs: a trial of the search trained 10 epochs on average, a"
                + " stand-alone training 10 epochs.")
        .doesNotContain("NaN");
    assertThat(new AuditSentences(report).sample())
        .isEqualTo(
            "60 of 213 architectures, as many of each third of the ranking by shared score, each"
                + " trained alone with 3 seeds of 10 epochs.");
  }

  @Test
  void saysIfNothingIsShown() {
    AuditReport report = ExampleAudits.report(ExampleAudits.trials(12, 0.05, 0));

    assertThat(text(report))
        .contains("Sharing is not shown to keep the ranking: ")
        .contains("no agreement is shown: τ is ")
        .contains("no difference is shown")
        .contains("No order effect is shown: ")
        .contains("Inheriting neither helps nor hurts in the median: ");
  }

  @Test
  void saysHowManyFailed() {
    AuditedTrial failed = new AuditedTrial(1, "[1]", 1, 0, 0.5, List.of());

    assertThat(new AuditSentences(ExampleAudits.report(List.of(failed))).sample())
        .endsWith(" One is left out: all stand-alone trainings failed.");
    assertThat(new AuditSentences(ExampleAudits.report(List.of(failed, failed))).sample())
        .endsWith(" 2 are left out: all stand-alone trainings failed.");
  }
}
