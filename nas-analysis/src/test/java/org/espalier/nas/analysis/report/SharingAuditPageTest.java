package org.espalier.nas.analysis.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.espalier.nas.analysis.ParsedPage;
import org.espalier.nas.analysis.sharing.AuditedTrial;
import org.espalier.nas.analysis.sharing.ExampleAudits;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;

class SharingAuditPageTest {

  @Test
  void drawsScoresRanksAndOrderForScreensAndPhones() throws Exception {
    String page =
        SharingAuditPage.render(ExampleAudits.report(ExampleAudits.trials(60, 0.01, 0.02)));

    Document document = ParsedPage.of(page);
    assertThat(ParsedPage.attributes(document, "svg", "data-chart"))
        .containsExactly("scores", "scores", "ranks", "ranks", "order", "order");
    assertThat(ParsedPage.attributes(document, "section", "id"))
        .containsExactly("answers", "ranking", "order", "inheritance", "trials");
    assertThat(page)
        .contains("Later trials have an advantage")
        .contains("training: sharing.mode (bigram)")
        .contains("trial 1, 0 inherited layers\\n[(8, relu), (3, softmax)]\\nshared 0.");
    assertThat(SharingAuditPage.render(ExampleAudits.report(ExampleAudits.trials(60, 0.01, 0.02))))
        .isEqualTo(page);
  }

  @Test
  void namesFailedTrainingsAndMissingFacts() throws Exception {
    List<AuditedTrial> trials = new ArrayList<>();
    for (int number = 1; number <= 9; number++) {
      trials.add(
          new AuditedTrial(
              number, "[<b>&]", 1, null, number, number == 3 ? List.of() : List.of(2.0)));
    }

    String page = SharingAuditPage.render(ExampleAudits.report(trials));

    ParsedPage.of(page);
    assertThat(page)
        .contains("data-label=\"stand-alone score\">failed<")
        .contains("The evaluator does not record inherited layers.")
        .doesNotContain("<b>&", "NaN");
  }

  @Test
  void isWrittenWithoutAnyScore() throws Exception {
    List<AuditedTrial> trials = List.of(new AuditedTrial(1, "[1]", 1, 0, 0.5, List.of()));

    String page = SharingAuditPage.render(ExampleAudits.report(trials));

    ParsedPage.of(page);
    assertThat(page).contains("One is left out").doesNotContain("<svg", "NaN");
  }
}
