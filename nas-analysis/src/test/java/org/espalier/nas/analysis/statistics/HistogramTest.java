package org.espalier.nas.analysis.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.SplittableRandom;
import org.espalier.nas.analysis.statistics.Histogram.Bin;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HistogramTest {

  @Test
  void countsPerIntegerPercentWithoutGaps() {
    Histogram histogram = Histogram.perPercent(new double[] {0.529, 0.52, 0.55, 0.5201});

    assertThat(histogram.bins()).extracting(Bin::count).containsExactly(3, 0, 0, 1);
    assertThat(histogram.bins().get(0).low()).isCloseTo(0.52, within(1e-12));
    assertThat(histogram.bins().get(0).high()).isCloseTo(0.53, within(1e-12));
  }

  @Test
  void everyWholePercentFallsIntoTheBinThatStartsWithIt() {
    for (int percent = 0; percent <= 100; percent++) {
      Histogram histogram = Histogram.perPercent(new double[] {percent / 100.0});

      assertThat(histogram.bins()).hasSize(1);
      assertThat(histogram.bins().get(0).low()).isCloseTo(percent / 100.0, within(1e-12));
    }
  }

  @ParameterizedTest
  @ValueSource(doubles = {1e-6, 0.3, 1, 77, 4.2e8})
  void choosesAFewRoundBinsWhateverTheScale(double scale) {
    SplittableRandom random = new SplittableRandom(1);
    double[] values = random.doubles(300).map(value -> scale * (value - 0.2)).toArray();

    Histogram histogram = Histogram.rounded(values);

    assertThat(histogram.bins()).hasSizeBetween(3, 42);
    assertThat(histogram.bins().stream().mapToInt(Bin::count).sum()).isEqualTo(300);
    double width = histogram.bins().get(0).high() - histogram.bins().get(0).low();
    double digits = width / Math.pow(10, Math.floor(Math.log10(width * 1.000001)));
    assertThat(List.of(1.0, 2.0, 5.0))
        .anySatisfy(round -> assertThat(digits).isCloseTo(round, within(1e-6)));
  }

  @Test
  void oneOutlierDoesNotMakeThousandsOfBins() {
    double[] values = new SplittableRandom(2).doubles(500).toArray();
    values[0] = 1e7;

    assertThat(Histogram.rounded(values).bins()).hasSizeLessThan(50);
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 1, -3.7, 1e12, 1e-9})
  void equalValuesFallIntoOneBin(double value) {
    Histogram histogram = Histogram.rounded(new double[] {value, value, value});

    assertThat(histogram.bins()).singleElement().extracting(Bin::count).isEqualTo(3);
  }

  @Test
  void nothingHasNoBins() {
    assertThat(Histogram.perPercent(new double[0]).bins()).isEmpty();
    assertThat(Histogram.rounded(new double[0]).bins()).isEmpty();
  }
}
