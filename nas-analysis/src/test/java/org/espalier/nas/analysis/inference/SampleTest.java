package org.espalier.nas.analysis.inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class SampleTest {

  private static final Offset<Double> EXACT = within(1e-14);

  /** Expected values: NumPy 2.4.6, scipy.stats.trim_mean 1.17.1. */
  @Test
  void agreesWithNumpy() {
    Sample sample = Sample.of(0.81, 0.79, 0.84, 0.80, 0.81, 0.77, 0.90, 0.81, 0.60, 0.83);

    assertThat(sample.mean()).isCloseTo(0.796, EXACT);
    assertThat(sample.median()).isEqualTo(0.81);
    assertThat(sample.deviation()).isCloseTo(0.07720103626247514, EXACT);
    assertThat(sample.interquartileMean()).isCloseTo(0.8083333333333335, EXACT);
    assertThat(sample.quantile(0.1)).isCloseTo(0.753, EXACT);
    assertThat(sample.quantile(0.25)).isCloseTo(0.7925, EXACT);
    assertThat(sample.quantile(0.9)).isCloseTo(0.846, EXACT);
    assertThat(sample.quantile(0)).isEqualTo(0.60);
    assertThat(sample.quantile(1)).isEqualTo(0.90);
  }

  @Test
  void aSingleValueIsAllThereIs() {
    Sample sample = Sample.of(0.5);

    assertThat(sample.mean()).isEqualTo(0.5);
    assertThat(sample.median()).isEqualTo(0.5);
    assertThat(sample.interquartileMean()).isEqualTo(0.5);
    assertThat(sample.deviation()).isZero();
  }

  @Test
  void refusesWhatHasNoOrder() {
    assertThatThrownBy(Sample::of).hasMessage("values must not be empty.");
    assertThatThrownBy(() -> Sample.of(1, Double.NaN)).hasMessage("values must not contain NaN.");
  }
}
