package org.espalier.nas.analysis.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.espalier.nas.api.evaluation.Direction;
import org.espalier.nas.api.objective.Objective;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class FrontDistanceTest {
  private static final List<List<Double>> FRONT = List.of(List.of(0.9, 8.0), List.of(0.7, 2.0));

  private static ProblemRecord problem(List<List<Double>> front) {
    return new ProblemRecord(
        "p",
        "s",
        1,
        "hypervolume",
        null,
        null,
        null,
        MeasurementSource.TABLE,
        CostUnit.TRIALS,
        null,
        List.of(
            Objective.of("accuracy", Direction.MAXIMIZE).withReference(0.5),
            Objective.of("latency", Direction.MINIMIZE).withReference(10.0)),
        front);
  }

  private static SearchRecord search(@Nullable String failure, List<List<Double>> found) {
    List<TrialPoint> trials = new ArrayList<>();
    for (List<Double> values : found) {
      int number = trials.size() + 1;
      trials.add(new TrialPoint(number, 1, 0.1 * number, 0.1, 1, 0, null, values));
    }
    return new SearchRecord("p", "a", 1, trials, failure, null, null);
  }

  @Test
  void theTrueFrontHasNoDistanceFromItself() {
    assertThat(FrontDistance.of(search(null, FRONT), problem(FRONT))).isEqualTo(0.0);
  }

  @Test
  void distancesAreSharesOfTheReferences() {
    // Of the first member 0.1 in accuracy are missing, of the second 3 ms of 10 ms.
    List<List<Double>> found = List.of(List.of(0.8, 8.0), List.of(0.7, 5.0));

    assertThat(FrontDistance.of(search(null, found), problem(FRONT)))
        .isCloseTo((0.1 + 0.3) / 2, within(1e-12));
  }

  @Test
  void aSearchThatFailedHasTheDistanceOfTheReferencePoint() {
    double first = Math.hypot(0.4, 0.2);
    double second = Math.hypot(0.2, 0.8);

    assertThat(FrontDistance.of(search("it broke", FRONT), problem(FRONT)))
        .isCloseTo((first + second) / 2, within(1e-12));
    assertThat(FrontDistance.of(search(null, List.of()), problem(FRONT)))
        .isCloseTo((first + second) / 2, within(1e-12));
  }

  @Test
  void anUnknownFrontHasNoDistance() {
    assertThat(FrontDistance.of(search(null, FRONT), problem(List.of()))).isNull();
  }
}
