package org.espalier.nas.analysis.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.espalier.nas.analysis.ExampleRuns;
import org.espalier.nas.analysis.ParsedPage;
import org.espalier.nas.analysis.metric.DisplayMetric;
import org.espalier.nas.api.data.Finding;
import org.espalier.nas.api.study.StudyHistory;
import org.espalier.nas.api.trial.TrialResult;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;

class ReportPageTest {

  private static final String ATTACK = "</script><script>alert('x')</script>\"&<img onerror=x>";

  @Test
  void isWellFormedAndNeedsNothingFromOutside() throws Exception {
    String page = ReportPage.render(ExampleRuns.wine(100));

    Document document = ParsedPage.of(page);

    // Search, distribution, three of the predictions, five of the controller; each in two sizes.
    assertThat(count(document, "data-chart")).isEqualTo(20);
    assertThat(page).doesNotContain("src=").doesNotContain("url(").doesNotContain("@import");
    assertThat(document.getElementsByTagName("link").getLength()).isZero();
  }

  @Test
  void isTheSameForTheSameRun() {
    assertThat(ReportPage.render(ExampleRuns.wine(40)))
        .isEqualTo(ReportPage.render(ExampleRuns.wine(40)));
  }

  @Test
  void everyIdStandsOnceAndEveryLinkHasItsTarget() throws Exception {
    Document document = ParsedPage.of(ReportPage.render(ExampleRuns.wine(100)));
    List<String> ids = ParsedPage.attributes(document, "*", "id");

    assertThat(ids).doesNotHaveDuplicates();
    assertThat(ParsedPage.attributes(document, "a", "href"))
        .hasSize(10)
        .allSatisfy(target -> assertThat(ids).contains(target.substring(1)));
  }

  @Test
  void showsKeyNumbersFindingsAndTheBestFirst() {
    RunReport run = ExampleRuns.wine(100);

    String page = ReportPage.render(run);

    assertThat(page)
        .contains("<dt>trials</dt><dd>100</dd><dd class=\"more\">2 failed</dd>")
        .contains("<strong>Label leakage: quality</strong>")
        .contains("<h2>2 problems with the data make these results doubtful</h2>")
        .contains("2 of 100 trials failed: 2 diverged.")
        .contains("Share of the 10 best architectures that have a layer at a position")
        .contains("<td class=\"number\">84.1\u00a0%</td>")
        .contains("type: reinforce")
        .contains("<dt>git commit</dt>");
  }

  @Test
  void doesNotRunWhatNamesContain() throws Exception {
    List<TrialResult> trials =
        List.of(
            ExampleRuns.completed(1, ExampleRuns.layers(ATTACK), "validation.accuracy", 0.5),
            ExampleRuns.failed(2, ExampleRuns.layers(ATTACK), ATTACK));
    RunReport run =
        new RunReport(
            ATTACK,
            ATTACK,
            ATTACK,
            1,
            ATTACK,
            ATTACK,
            ExampleRuns.accuracy(),
            new StudyHistory(trials, new TreeMap<>(Map.of(1, Map.of(ATTACK, 1.0)))),
            List.of(new Finding(Finding.Kind.MISSING_VALUES, ATTACK, ATTACK)),
            Duration.ZERO,
            ATTACK,
            Map.of(ATTACK, ATTACK));

    Document document = ParsedPage.of(ReportPage.render(run));

    assertThat(document.getElementsByTagName("script").getLength()).isEqualTo(3);
    assertThat(document.getElementsByTagName("img").getLength()).isZero();
    assertThat(document.getElementsByTagName("h1").item(0).getTextContent()).isEqualTo(ATTACK);
    assertThat(document.getElementsByTagName("pre").item(0).getTextContent()).isEqualTo(ATTACK);
  }

  @Test
  void saysWhatThereIsNot() throws Exception {
    String page = ReportPage.render(ExampleRuns.bare(ExampleRuns.accuracy(), List.of()));

    ParsedPage.of(page);
    assertThat(page)
        .contains("No trial has finished yet.")
        .contains("The controller made no predictions")
        .contains("The controller recorded no diagnostics")
        .contains("No times were recorded.")
        .doesNotContain("<svg");
  }

  /** 4 + 6 + 10 epochs were trained, 6 saved, and 4 are nobody's merit. */
  @Test
  void showsWhatEndedTrialsEarlyAndWhatThatSaved() throws Exception {
    List<TrialResult> trials =
        List.of(
            ExampleRuns.shortened(1, 4, true),
            ExampleRuns.shortened(2, 6, false),
            ExampleRuns.shortened(3, 10, false));

    String page = ReportPage.render(ExampleRuns.bare(ExampleRuns.accuracy(), trials));

    ParsedPage.of(page);
    assertThat(page)
        .contains("<dd class=\"more\">1 stopped early, none failed</dd>")
        .contains(
            "<dt>epochs saved by stopping</dt><dd>23\u00a0%</dd><dd class=\"more\">6 of 26</dd>")
        .contains(
            "The stopping rule ended 1 of 3 trials early and saved 6 of 26 epochs (23\u00a0%).")
        .contains("1 of 3 trials were ended by early stopping of the evaluator, 4 epochs before")
        .contains("stopped after epoch 4 of 10")
        .contains("ended by its evaluator after epoch 6 of 10");
  }

  @Test
  void saysNothingOfStoppingWhereNothingWasStopped() {
    assertThat(ReportPage.render(ExampleRuns.wine(40)))
        .doesNotContain("stopping rule")
        .doesNotContain("saved");
  }

  @Test
  void showsARunOfOneTrial() throws Exception {
    TrialResult only =
        ExampleRuns.completed(1, ExampleRuns.layers("(3, softmax)"), "validation.accuracy", 1);

    String page = ReportPage.render(ExampleRuns.bare(ExampleRuns.accuracy(), List.of(only)));

    assertThat(count(ParsedPage.of(page), "data-chart")).isEqualTo(4);
    assertThat(page).contains("Layers of the best architecture").contains("100.00\u00a0%");
  }

  @Test
  void showsARunOfWhichAllTrialsFailed() throws Exception {
    List<TrialResult> trials =
        IntStream.rangeClosed(1, 60)
            .mapToObj(n -> ExampleRuns.failed(n, ExampleRuns.layers("a"), "loss is NaN"))
            .toList();

    String page = ReportPage.render(ExampleRuns.bare(ExampleRuns.accuracy(), trials));

    ParsedPage.of(page);
    assertThat(page)
        .contains("60 of 60 trials failed: 60 diverged.")
        .contains("No trial has a value of validation accuracy.")
        .contains("10 more failed trials are not shown.");
  }

  @Test
  void showsErrorsAsNumbersOfWhichLessIsBetter() throws Exception {
    List<TrialResult> trials = new ArrayList<>();
    for (int number = 1; number <= 30; number++) {
      double error = 3.5 - 0.05 * number;
      trials.add(
          ExampleRuns.completed(number, ExampleRuns.layers("a"), "validation.mae", error, -error));
    }
    DisplayMetric metric = new DisplayMetric("validation.mae");

    String page = ReportPage.render(ExampleRuns.bare(metric, trials));

    ParsedPage.of(page);
    assertThat(page)
        .contains("<dt>best validation MAE</dt><dd>2.000</dd><dd class=\"more\">trial 30</dd>")
        .contains("lowers the whole cloud")
        .doesNotContain("One bar per percent");
  }

  @Test
  void leavesOutDiagnosticsThatAreNoNumbers() throws Exception {
    RunReport run =
        new RunReport(
            "n",
            "1",
            "finished",
            1,
            "t",
            "r",
            ExampleRuns.accuracy(),
            new StudyHistory(
                List.of(),
                new TreeMap<>(
                    Map.of(
                        1,
                        Map.of("entropy", Double.NaN, "policy.loss", 1.0),
                        2,
                        Map.of("policy.loss", Double.POSITIVE_INFINITY)))),
            List.of(),
            Duration.ZERO,
            "",
            Map.of());

    Document document = ParsedPage.of(ReportPage.render(run));

    assertThat(ParsedPage.attributes(document, "svg", "data-chart"))
        .containsExactly("diagnostic-policy.loss", "diagnostic-policy.loss");
    String tips = document.getElementsByTagName("script").item(0).getTextContent();
    assertThat(tips).contains("\"diagnostic-policy.loss\":[[0.3307,0.5,").doesNotContain("NaN");
  }

  @Test
  void fiveThousandTrialsFitIntoAPageThatIsEasyToSend() throws Exception {
    String page = ReportPage.render(ExampleRuns.wine(5000));

    ParsedPage.of(page);
    assertThat(page.length()).isLessThan(2_500_000);
  }

  private static int count(Document document, String attribute) throws Exception {
    return ParsedPage.attributes(document, "svg", attribute).size();
  }
}
