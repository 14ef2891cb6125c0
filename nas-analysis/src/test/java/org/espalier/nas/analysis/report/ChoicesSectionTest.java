package org.espalier.nas.analysis.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.espalier.nas.analysis.ExampleRuns;
import org.espalier.nas.analysis.ParsedPage;
import org.espalier.nas.api.space.Architecture;
import org.espalier.nas.api.space.Choice;
import org.espalier.nas.api.trial.TrialResult;
import org.junit.jupiter.api.Test;

class ChoicesSectionTest {

  @Test
  void showsTheShareInTheLastQuarterBesideTheShareInAll() throws Exception {
    String page = page(8);

    ParsedPage.of(page);
    assertThat(page)
        .contains("<h2>Choices over the search</h2>", "Shares of 2 options at 2 decisions")
        .containsPattern("edge 0-1[^\"]*conv[^\"]*last quarter: 100.0[^\"]*all: 25.0[^\"]*\"")
        .contains("last quarter of the trials (2)", "<th scope=\"row\">all decisions</th>");
  }

  @Test
  void leavesOutSearchesOfFewTrials() {
    assertThat(page(7)).doesNotContain("Choices over the search");
  }

  private static String page(int count) {
    List<TrialResult> trials = new ArrayList<>();
    for (int number = 1; number <= count; number++) {
      Architecture architecture =
          new Architecture(
              List.of(option("edge 0-1", number > 6 ? 1 : 0), option("edge 0-2", number % 2)));
      trials.add(ExampleRuns.completed(number, architecture, "validation.accuracy", 0.5));
    }
    return ReportPage.render(ExampleRuns.bare(ExampleRuns.accuracy(), trials));
  }

  private static Choice option(String decision, int index) {
    return new Choice.Option(decision, index, index == 0 ? "skip" : "conv");
  }
}
