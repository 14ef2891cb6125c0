package org.espalier.nas.analysis.inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/**
 * The example of Demšar (2006), table 6, four classifiers on 14 data sets; published are the mean
 * ranks 3.143, 2.000, 2.893 and 1.964 and a critical difference of 1.25 at 0.05. Further digits:
 * SciPy 1.17.1, scikit-posthocs 0.17.1. (The paper's ranks of the data set voting say that its two
 * values 0.975 differ.)
 */
class FriedmanTest {

  private static final Offset<Double> EXACT = within(1e-12);

  private static final double[][] AREAS = {
    {0.763, 0.768, 0.771, 0.798},
    {0.599, 0.591, 0.590, 0.569},
    {0.954, 0.971, 0.968, 0.967},
    {0.628, 0.661, 0.654, 0.657},
    {0.882, 0.888, 0.886, 0.898},
    {0.936, 0.931, 0.916, 0.931},
    {0.661, 0.668, 0.609, 0.685},
    {0.583, 0.583, 0.563, 0.625},
    {0.775, 0.838, 0.866, 0.875},
    {1.000, 1.000, 1.000, 1.000},
    {0.940, 0.962, 0.965, 0.962},
    {0.619, 0.666, 0.614, 0.669},
    {0.972, 0.981, 0.976, 0.975},
    {0.957, 0.978, 0.946, 0.970},
  };

  private final Friedman friedman = Friedman.of(AREAS);
  private final Nemenyi nemenyi = new Nemenyi(friedman);

  @Test
  void ranksAsPublished() {
    double[] published = {3.143, 2.000, 2.893, 1.964};
    for (int i = 0; i < published.length; i++) {
      assertThat(friedman.meanRanks().get(i)).isCloseTo(published[i], within(5e-4));
    }
    assertThat(friedman.blocks()).isEqualTo(14);
  }

  @Test
  void agreesWithScipy() {
    assertThat(friedman.statistic()).isCloseTo(10.228346456692925, EXACT);
    assertThat(friedman.p()).isCloseTo(0.016721580328441323, EXACT);
  }

  @Test
  void agreesWithScikitPosthocs() {
    double[] expected = {1.0, 0.08867270928888271, 0.9561771752218107, 0.07418479506874454};
    for (int i = 0; i < expected.length; i++) {
      assertThat(nemenyi.p(0, i)).isCloseTo(expected[i], EXACT);
      assertThat(nemenyi.p(i, 0)).isEqualTo(nemenyi.p(0, i));
    }
  }

  @Test
  void criticalDifferenceAndGroupsAreThePublishedOnes() {
    assertThat(nemenyi.criticalDifference(0.05)).isCloseTo(1.25, within(5e-3));
    assertThat(nemenyi.groups(0.05)).containsExactly(List.of(3, 1, 2, 0));
    assertThat(nemenyi.criticalDifference(0.10)).isCloseTo(1.12, within(5e-3));
    assertThat(nemenyi.groups(0.10)).containsExactly(List.of(3, 1, 2), List.of(2, 0));
  }

  @Test
  void groupsAreTheLargestOnly() {
    Nemenyi made = new Nemenyi(new Friedman(100, 50, 0, List.of(3.0, 1.0, 3.2, 5.5, 1.3)));

    assertThat(made.criticalDifference(0.05)).isCloseTo(0.61, within(0.005));
    assertThat(made.groups(0.05)).containsExactly(List.of(1, 4), List.of(0, 2));
  }

  @Test
  void equalValuesAreNoDifference() {
    Friedman equal = Friedman.of(new double[][] {{1, 1, 1}, {2, 2, 2}});

    assertThat(equal).isEqualTo(new Friedman(2, 0, 1, List.of(2.0, 2.0, 2.0)));
    assertThat(new Nemenyi(equal).p(0, 1)).isCloseTo(1, EXACT);
    assertThat(new Nemenyi(equal).groups(0.05)).containsExactly(List.of(0, 1, 2));
  }

  /** Demšar's table 5(a), and SciPy's studentized_range(k, ∞) / √2. */
  @Test
  void criticalValuesAreThePublishedOnes() {
    double root = Math.sqrt(2);
    assertThat(new StudentizedRange(2).critical(0.05) / root).isCloseTo(1.9599639845400534, EXACT);
    assertThat(new StudentizedRange(4).critical(0.05) / root).isCloseTo(2.569031772546482, EXACT);
    assertThat(new StudentizedRange(10).critical(0.05) / root).isCloseTo(3.163683577053373, EXACT);
    assertThat(new StudentizedRange(10).critical(0.10) / root).isCloseTo(2.9198888400615384, EXACT);
    assertThat(new StudentizedRange(10).cumulative(3)).isCloseTo(0.48781592602919316, EXACT);
    assertThat(new StudentizedRange(4).cumulative(0)).isZero();
  }
}
