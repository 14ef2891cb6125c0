package org.espalier.nas.analysis.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.DoubleStream;
import org.espalier.nas.analysis.chart.Axis.Tick;
import org.espalier.nas.analysis.chart.Axis.Unit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AxisTest {

  @Test
  void writesSharesAsPercentages() {
    Axis axis = new Axis("accuracy (%)", 0.53, 0.71, Unit.PERCENT);

    assertThat(axis.ticks(5)).extracting(Tick::label).containsExactly("55", "60", "65", "70");
  }

  @Test
  void writesAsManyDecimalsAsTheTicksNeed() {
    assertThat(new Axis("loss", -0.11, 0.12, Unit.NUMBER).ticks(5))
        .extracting(Tick::label)
        .containsExactly("\u22120.10", "\u22120.05", "0.00", "0.05", "0.10");
    assertThat(new Axis("loss", 0, 40_000_000, Unit.NUMBER).ticks(2))
        .extracting(Tick::label)
        .containsExactly("0", "20.0\u00a0M", "40.0\u00a0M");
  }

  @Test
  void marksOnlyWholeTrials() {
    assertThat(Axis.ofTrials("trial", 2).ticks(12))
        .extracting(Tick::label)
        .containsExactly("1", "2");
    assertThat(Axis.ofTrials("trial", 1).ticks(12)).extracting(Tick::label).contains("1");
    assertThat(Axis.ofCounts("trials", 1).ticks(9))
        .extracting(Tick::label)
        .containsExactly("0", "1");
  }

  @ParameterizedTest
  @ValueSource(doubles = {1e-7, 0.02, 1, 350, 9e9})
  void hasNoMoreTicksThanAskedForAndAtLeastTwo(double scale) {
    for (int most = 3; most < 12; most++) {
      Axis axis = Axis.around("x", Unit.NUMBER, DoubleStream.of(0.13 * scale, scale));

      assertThat(axis.ticks(most)).hasSizeBetween(2, most + 1);
      assertThat(axis.ticks(most))
          .allSatisfy(tick -> assertThat(tick.value()).isBetween(axis.low(), axis.high()));
    }
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 0.63, -5, 1e15})
  void hasRoomAroundASingleValue(double value) {
    Axis axis = Axis.around("x", Unit.NUMBER, DoubleStream.of(value, value, Double.NaN));

    assertThat(axis.low()).isLessThan(value);
    assertThat(axis.high()).isGreaterThan(value);
  }

  @Test
  void refusesEndsInTheWrongOrder() {
    assertThatThrownBy(() -> new Axis("x", 1, 1, Unit.NUMBER))
        .hasMessage("high (1.0) of axis x must be larger than low (1.0).");
  }
}
