package org.espalier.nas.analysis.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.espalier.nas.analysis.statistics.Agreement.Pair;
import org.junit.jupiter.api.Test;

class AgreementTest {

  /** Expected values: scipy.stats.kendalltau 1.17.1, variant b. */
  @Test
  void agreesWithScipyWhereValuesAreTied() {
    double[] predicted = {0.1, 0.4, 0.35, 0.8, 0.5, 0.5, 0.2, 0.9, 0.35, 0.6};
    double[] real = {0.2, 0.3, 0.45, 0.7, 0.45, 0.6, 0.1, 0.65, 0.3, 0.3};

    Agreement agreement = Agreement.of(pairs(predicted, real));

    assertThat(agreement.kendall()).hasValueCloseTo(0.6430394361098803, within(1e-12));
    assertThat(agreement.meanAbsoluteError()).hasValueCloseTo(0.125, within(1e-12));
    assertThat(agreement.pairs()).isEqualTo(10);
  }

  @Test
  void agreesWithScipyWithoutTies() {
    Agreement agreement =
        Agreement.of(pairs(new double[] {1, 2, 3, 4, 5}, new double[] {3, 1, 4, 2, 5}));

    assertThat(agreement.kendall()).hasValueCloseTo(0.4, within(1e-12));
  }

  @Test
  void equalValuesHaveNoOrder() {
    assertThat(Agreement.of(pairs(new double[] {1, 1, 1}, new double[] {1, 2, 3})).kendall())
        .isEmpty();
    assertThat(Agreement.of(pairs(new double[] {1}, new double[] {2})).kendall()).isEmpty();
    assertThat(Agreement.of(List.of()).meanAbsoluteError()).isEmpty();
  }

  @Test
  void followsTheAgreementSinceTheStartAndRecently() {
    double[] predicted = new double[40];
    double[] real = new double[40];
    for (int i = 0; i < 40; i++) {
      predicted[i] = i < 20 ? -i : i;
      real[i] = i;
    }

    AgreementOverTime course = AgreementOverTime.of(pairs(predicted, real));

    AgreementOverTime.Point middle = course.points().get(15);
    assertThat(middle.trial()).isEqualTo(20);
    assertThat(middle.sinceStart().kendall()).hasValueCloseTo(-1.0, within(1e-12));
    AgreementOverTime.Point last = course.points().get(course.points().size() - 1);
    assertThat(last.trial()).isEqualTo(40);
    assertThat(last.recent().pairs()).isEqualTo(AgreementOverTime.WINDOW);
    assertThat(last.recent().kendall()).hasValueCloseTo(1.0, within(1e-12));
    assertThat(last.recent().meanAbsoluteError()).hasValueCloseTo(0.0, within(1e-12));
    // 780 pairs, of which the 190 within the first half are reversed.
    assertThat(last.sinceStart().kendall()).hasValueCloseTo((590 - 190) / 780.0, within(1e-12));
    // 2 · (0 + 1 + … + 19) / 40
    assertThat(last.sinceStart().meanAbsoluteError()).hasValueCloseTo(9.5, within(1e-12));
  }

  @Test
  void looksAtLongSearchesAtAFewMoments() {
    for (int count : new int[] {199, 200, 204, 205, 401, 5000}) {
      double[] values = new double[count];
      AgreementOverTime course = AgreementOverTime.of(pairs(values, values));

      assertThat(course.points().size()).isBetween(90, AgreementOverTime.MOST_POINTS);
      assertThat(course.points().get(course.points().size() - 1).trial()).isEqualTo(count);
    }
  }

  private static List<Pair> pairs(double[] predicted, double[] real) {
    List<Pair> pairs = new ArrayList<>();
    for (int i = 0; i < predicted.length; i++) {
      pairs.add(new Pair(i + 1, predicted[i], real[i]));
    }
    return pairs;
  }
}
