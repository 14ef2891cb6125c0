package org.espalier.nas.analysis.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.espalier.nas.analysis.FrontRuns.ACCURACY;
import static org.espalier.nas.analysis.FrontRuns.LATENCY;
import static org.espalier.nas.analysis.FrontRuns.PARAMETERS;
import static org.espalier.nas.analysis.FrontRuns.infeasible;
import static org.espalier.nas.analysis.FrontRuns.report;
import static org.espalier.nas.analysis.FrontRuns.trial;

import java.util.ArrayList;
import java.util.List;
import org.espalier.nas.analysis.ExampleRuns;
import org.espalier.nas.analysis.FrontRuns;
import org.espalier.nas.analysis.ParsedPage;
import org.espalier.nas.api.trial.TrialResult;
import org.junit.jupiter.api.Test;

class FrontSectionTest {
  private static final String SEARCH = "<section id=\"search\">";
  private static final String TOP = "<section id=\"top\">";
  private static final String FRONT = "<section id=\"front\">";
  private static final String INFEASIBLE = "<section id=\"infeasible\">";

  @Test
  void theFrontReplacesTheSearchAndTheBestTrials() throws Exception {
    String page = ReportPage.render(report(List.of(ACCURACY, PARAMETERS), FrontRuns.two()));

    ParsedPage.of(page);
    assertThat(page)
        .contains(FRONT, "4 of 7 trials are in the front", "The knee, trial 3,")
        .contains("<dt>highest validation accuracy</dt><dd>90.00\u00a0%</dd>")
        .contains("<dt>lowest parameters</dt><dd>100</dd><dd class=\"more\">trial 1</dd>")
        .contains("<dt>front</dt><dd>4 trials</dd><dd class=\"more\">knee: trial 3</dd>")
        .contains(
            "Hypervolume over the search", "validation accuracy 0.00\u00a0%, parameters 1,000")
        .contains("objectives</span> highest validation.accuracy")
        .doesNotContain(SEARCH, TOP, INFEASIBLE, "All objectives", "Measured, and so");
    assertThat(ParsedPage.attributes(ParsedPage.of(page), "*", "id")).doesNotHaveDuplicates();
  }

  @Test
  void threeObjectivesHaveParallelCoordinatesAndMeasuredOnesAreMarked() throws Exception {
    String page =
        ReportPage.render(
            report(
                List.of(ACCURACY, PARAMETERS, LATENCY),
                List.of(trial(1, 0.5, 100, 9), trial(2, 0.9, 300, 3), trial(3, 0.7, 120, 4))));

    ParsedPage.of(page);
    assertThat(page)
        .contains("All objectives", "Measured, and so not reproducible by the seed: latency.")
        .contains("The objectives parameters and flops are the same for the same seed.")
        .contains(">latency (ms), measured<", "3 \u00b1 10.0\u00a0%")
        .doesNotContain("Hypervolume over");
  }

  @Test
  void aScalarisedRunShowsTheRewardAndTheFront() throws Exception {
    List<TrialResult> trials =
        List.of(
            trial(1, 0.7, new double[] {0.5, 100}),
            trial(2, 0.6, new double[] {0.9, 300}),
            trial(3, 0.1, new double[] {0.2, 400}));

    String page = ReportPage.render(report(List.of(ACCURACY, PARAMETERS), trials));

    ParsedPage.of(page);
    assertThat(page)
        .contains(SEARCH, TOP, FRONT, "The search maximised one reward")
        .contains("reward</span> highest", "2 of 3 trials are in the front");
  }

  @Test
  void infeasibleTrialsAreNotFailures() throws Exception {
    List<TrialResult> trials = new ArrayList<>(FrontRuns.two());
    trials.add(infeasible(8));
    trials.add(ExampleRuns.failed(9, ExampleRuns.layers("a"), "NaN"));

    String page = ReportPage.render(report(List.of(ACCURACY, PARAMETERS), trials));

    ParsedPage.of(page);
    assertThat(page)
        .contains(INFEASIBLE, "1 of 9 trials violate a constraint of the experiment; 1 of them")
        .contains("The trial violates parameters &lt;= 5.")
        .contains("1 of 9 trials failed: 1 diverged.", "1 failed, 1 infeasible");
  }

  @Test
  void aRunOfOneObjectiveShowsItsValues() throws Exception {
    List<TrialResult> trials =
        List.of(
            new TrialResult(trial(1, 0.5).trial(), trial(1, 0.5).outcome(), -70.0, List.of(70.0)));

    String page = ReportPage.render(report(List.of(PARAMETERS), trials));

    ParsedPage.of(page);
    assertThat(page)
        .contains("<dt>lowest parameters</dt><dd>70</dd>", TOP, ">70</td>")
        .doesNotContain(FRONT);
  }

  @Test
  void aRunWithoutValuesSaysSo() throws Exception {
    String page = ReportPage.render(report(List.of(ACCURACY, PARAMETERS), List.of(infeasible(1))));

    ParsedPage.of(page);
    assertThat(page).contains("No trial has values of the objectives.");
  }
}
