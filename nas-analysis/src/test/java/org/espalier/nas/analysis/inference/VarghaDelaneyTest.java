package org.espalier.nas.analysis.inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class VarghaDelaneyTest {

  /** Expected value: scipy.stats.mannwhitneyu 1.17.1, its statistic over the number of pairs. */
  @Test
  void countsHowOftenTheFirstIsLarger() {
    VarghaDelaney effect =
        VarghaDelaney.of(new double[] {1, 2, 2, 3, 5}, new double[] {2, 2, 4, 0});

    assertThat(effect.a12()).isCloseTo(0.6, within(1e-15));
    assertThat(effect.cliffsDelta()).isCloseTo(0.2, within(1e-15));
  }

  @Test
  void reachesBothEndsAndTheMiddle() {
    double[] low = {1, 2};
    double[] high = {3, 4, 5};

    assertThat(VarghaDelaney.of(high, low)).isEqualTo(new VarghaDelaney(1));
    assertThat(VarghaDelaney.of(low, high).cliffsDelta()).isEqualTo(-1);
    assertThat(VarghaDelaney.of(low, low).a12()).isEqualTo(0.5);
    assertThat(VarghaDelaney.of(new double[] {0.0}, new double[] {-0.0}).a12()).isEqualTo(0.5);
  }
}
