package org.espalier.nas.analysis.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ResolutionTest {
  private static final Resolution TABLE = Resolution.of(MeasurementSource.TABLE);
  private static final Resolution FORMULA = Resolution.of(MeasurementSource.FORMULA);

  @Test
  void thePrecisionOfATableIsThatOfItsNumbers() {
    for (double score : new double[] {0.1, 0.75, 1, -3.5, 1e30, 7e-5}) {
      assertThat(TABLE.precision(score)).isEqualTo((double) Math.ulp((float) score));
    }
    assertThat(TABLE.precision(0)).isZero();
  }

  @Test
  void scoresBelowThePrecisionAreEqualAndOthersStay() {
    double ulp = Math.ulp(0.7f);

    assertThat(TABLE.merge(0.7, 0.7 + 0.9 * ulp, 0.9)).containsExactly(0.7, 0.7, 0.9);
    assertThat(TABLE.merge(0.7, 0.7 + 1.5 * ulp)).containsExactly(0.7, 0.7 + 1.5 * ulp);
    assertThat(FORMULA.merge(0.7, 0.7 + 0.9 * ulp)).containsExactly(0.7, 0.7 + 0.9 * ulp);
    assertThat(FORMULA.merge(0.3, 0.1 + 0.2)).containsExactly(0.3, 0.3);
  }

  @Test
  void oneLargeScoreDoesNotTieSmallOnes() {
    assertThat(TABLE.merge(-1e6, -0.30, -0.32)).containsExactly(-1e6, -0.30, -0.32);
  }

  @Test
  void equalDifferencesAreTiedWhateverTheirSign() {
    double[] differences =
        FORMULA.differences(new double[] {0.3, 0.1, 0.5}, new double[] {0.1, 0.3, 0.5});

    assertThat(differences[0]).isPositive().isEqualTo(-differences[1]);
    assertThat(differences[2]).isZero();
    double[] other = FORMULA.differences(new double[] {0.3, 0.9}, new double[] {0.1, 0.7});
    assertThat(other[0]).isEqualTo(other[1]);
  }
}
