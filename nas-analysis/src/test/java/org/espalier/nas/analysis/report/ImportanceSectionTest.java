package org.espalier.nas.analysis.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.espalier.nas.analysis.ExampleRuns;
import org.espalier.nas.analysis.FrontRuns;
import org.espalier.nas.analysis.ParsedPage;
import org.espalier.nas.analysis.picture.ImageSamples;
import org.espalier.nas.api.space.Architecture;
import org.espalier.nas.api.space.Choice;
import org.espalier.nas.api.space.Decision;
import org.espalier.nas.api.space.RealRange;
import org.espalier.nas.api.space.Scale;
import org.espalier.nas.api.trial.Proposal;
import org.espalier.nas.api.trial.Trial;
import org.espalier.nas.api.trial.TrialResult;
import org.junit.jupiter.api.Test;

class ImportanceSectionTest {
  private static final String UNKNOWN = "The search space is not known";

  @Test
  void drawsABarForEachDecision() throws Exception {
    String page = page(run(50, 2));

    ParsedPage.of(page);
    assertThat(page)
        .contains("<h2>Importance of decisions</h2>")
        .contains("<h3>Importance for the best tenth by reward</h3>")
        .contains("data-tip=\"x1\n")
        .contains("the best tenth of the 50 completed trials", UNKNOWN)
        .doesNotContain("least important decisions");
    assertThat(page.indexOf(">x1<")).isPositive().isLessThan(page.indexOf(">x2<"));
  }

  @Test
  void isLeftOutWithFewTrials() {
    assertThat(page(run(40, 2))).doesNotContain("Importance of decisions");
  }

  @Test
  void showsTwentyDecisions() {
    assertThat(page(run(50, 23)))
        .contains("The 3 least important decisions are not shown.", "Importance of 20 decisions.");
  }

  @Test
  void takesDomainsOfTheSearchSpace() {
    Decision decision = new Decision("x1", new RealRange(0, 5, Scale.LINEAR));
    RunSubjects subjects =
        new RunSubjects(Map.of(), Map.of(), ImageSamples.none(), List.of(decision), "");

    assertThat(page(run(50, 2).with(subjects))).contains("by reward</h3>").doesNotContain(UNKNOWN);
  }

  @Test
  void hasABarForEachOfSeveralObjectives() throws Exception {
    List<TrialResult> trials =
        IntStream.rangeClosed(1, 50)
            .mapToObj(number -> FrontRuns.trial(number, number / 50.0, 1000 - number))
            .map(ImportanceSectionTest::withNumberAsAnswer)
            .toList();

    String page = page(FrontRuns.report(List.of(FrontRuns.ACCURACY, FrontRuns.PARAMETERS), trials));

    ParsedPage.of(page);
    assertThat(page)
        .contains("<h3>Importance for the best tenth by each objective</h3>")
        .contains("100.0\u00a0% for validation accuracy", "100.0\u00a0% for parameters");
  }

  private static String page(RunReport run) {
    return ReportPage.render(run);
  }

  /** Returns a run in which the first of some decisions alone makes the reward. */
  private static RunReport run(int count, int decisions) {
    List<TrialResult> trials = new ArrayList<>();
    for (int number = 1; number <= count; number++) {
      List<Choice> choices = new ArrayList<>();
      for (int i = 1; i <= decisions; i++) {
        choices.add(new Choice.Real("x" + i, i == 1 ? (double) number / count : number * i % 7));
      }
      trials.add(
          ExampleRuns.completed(
              number, new Architecture(choices), "validation.accuracy", (double) number / count));
    }
    return ExampleRuns.bare(ExampleRuns.accuracy(), trials);
  }

  private static TrialResult withNumberAsAnswer(TrialResult result) {
    int number = result.trial().number();
    Architecture architecture = new Architecture(List.of(new Choice.Whole("width", number)));
    return new TrialResult(
        new Trial(
            number,
            Proposal.of(architecture, result.trial().proposal().fidelity()),
            number,
            number - 1),
        result.outcome(),
        null,
        result.objectives());
  }
}
