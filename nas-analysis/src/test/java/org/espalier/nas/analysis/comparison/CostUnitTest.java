package org.espalier.nas.analysis.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.espalier.nas.analysis.comparison.Searches.problem;
import static org.espalier.nas.analysis.comparison.Searches.trial;

import java.util.List;
import org.assertj.core.data.Offset;
import org.espalier.nas.analysis.comparison.text.Assumptions;
import org.junit.jupiter.api.Test;

/** Costs of trials of unequal length or time. */
class CostUnitTest {
  private static final Offset<Double> EXACT = Offset.offset(1e-12);

  @Test
  void shortTrialsAddAsMuchRegretAsTheyCost() {
    TrialPoint short1 = new TrialPoint(1, 1, 0.5, 0.5, 1, 1);
    TrialPoint short2 = new TrialPoint(2, 4, null, null, 4, 1);
    ArmResult arm =
        only(
            new Searches()
                .on(problem("wine", "validation.accuracy", 1.0, null))
                .arms("a")
                .search("a", 1, short1, short2, trial(3, 0.8)));

    // The failed trial counts with the lowest score, 0.5.
    assertThat(arm.cumulativeRegret().value()).isCloseTo(0.1 * 0.5 + 0.4 * 0.5 + 0.2, EXACT);
  }

  @Test
  void costsAreInSecondsWhereTheBudgetIs() {
    ProblemRecord wine = problem("wine", "validation.accuracy", 1.0, null);
    ProblemRecord timed =
        new ProblemRecord(
            wine.name(),
            wine.space(),
            10,
            wine.metric(),
            1.0,
            null,
            null,
            wine.source(),
            CostUnit.SECONDS,
            null);
    ComparisonResults results =
        new Searches()
            .on(timed)
            .arms("a")
            .search(
                "a",
                1,
                new TrialPoint(1, 10, 0.5, 0.5, 10, 3.5),
                new TrialPoint(2, 10, 0.8, 0.8, 10, 1.5))
            .analysed();
    ArmResult arm = results.arms().get(0);

    List<CurvePoint> points = arm.curve();
    assertThat(points.get(0).cost()).isEqualTo(3.5);
    assertThat(points.get(points.size() - 1).cost()).isEqualTo(5);
    assertThat(arm.cumulativeRegret().value()).isCloseTo(3.5 * 0.5 + 1.5 * 0.2, EXACT);
    assertThat(Assumptions.of(results))
        .anyMatch(text -> text.startsWith("Costs are counted in sec"));
  }

  private static ArmResult only(Searches made) {
    return made.analysed().arms().get(0);
  }
}
