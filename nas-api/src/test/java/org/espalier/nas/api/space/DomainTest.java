package org.espalier.nas.api.space;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DomainTest {
  private static final List<String> OPTIONS = List.of("a", "b", "c");

  @Test
  void aMaskHoldsWhatIsAllowed() {
    Categorical masked = new Categorical(OPTIONS, List.of(0, 2));

    assertThat(masked.allows(0)).isTrue();
    assertThat(masked.allows(1)).isFalse();
    assertThat(masked.allows(3)).isFalse();
    assertThat(Categorical.of(OPTIONS).allowed()).containsExactly(0, 1, 2);
  }

  @Test
  void anOrderIsKeptWhenOptionsAreMasked() {
    Categorical widths = Categorical.ordered(OPTIONS);
    assertThat(widths.ordered()).isTrue();
    assertThat(widths.allowing(List.of(1)))
        .isEqualTo(new Categorical(OPTIONS, List.of(1), true))
        .isNotEqualTo(new Categorical(OPTIONS, List.of(1)));
  }

  @Test
  void aCategoricalDomainIsACopy() {
    List<String> options = new ArrayList<>(OPTIONS);
    Categorical domain = Categorical.of(options);
    options.clear();

    assertThat(domain.options()).containsExactly("a", "b", "c");
  }

  @Test
  void wrongMasksAreRefused() {
    assertRefused(
        () -> Categorical.of(List.of("a", "b", "a")), "options [a, b, a] must be distinct.");
    assertRefused(
        () -> new Categorical(OPTIONS, List.of()),
        "No option of [a, b, c] is allowed; at least one must be.");
    assertRefused(
        () -> new Categorical(OPTIONS, List.of(1, 0)),
        "allowed [1, 0] must be ascending indices below the number of options (3).");
    assertRefused(
        () -> new Categorical(OPTIONS, List.of(1, 1)),
        "allowed [1, 1] must be ascending indices below the number of options (3).");
    assertRefused(
        () -> new Categorical(OPTIONS, List.of(3)),
        "allowed [3] must be ascending indices below the number of options (3).");
    assertRefused(
        () -> new Categorical(OPTIONS, List.of(-1)),
        "allowed [-1] must be ascending indices below the number of options (3).");
  }

  @ParameterizedTest
  @CsvSource({"1,10,1,10", "1,10,3,4", "1,9,3,3", "-5,5,5,3", "7,7,2,1"})
  void anIntegerRangeHoldsItsSteps(long low, long high, long step, long size) {
    IntegerRange range = new IntegerRange(low, high, step, Scale.LINEAR);

    assertThat(range.size()).isEqualTo(size);
    assertThat(LongStream.rangeClosed(low - 2 * step, high + 2 * step).filter(range::contains))
        .hasSize((int) size)
        .allMatch(value -> (value - low) % step == 0);
  }

  @Test
  void wrongIntegerRangesAreRefused() {
    assertRefused(
        () -> new IntegerRange(2, 1, 1, Scale.LINEAR), "low (2) must not be above high (1).");
    assertRefused(() -> new IntegerRange(1, 2, 0, Scale.LINEAR), "step (0) must be positive.");
    assertRefused(
        () -> new IntegerRange(0, 2, 1, Scale.LOG), "low (0) of a log range must be positive.");
    assertRefused(
        () -> new IntegerRange(Long.MIN_VALUE, 0, 1, Scale.LINEAR),
        "low (-9223372036854775808) and high (0) are too far apart to be counted.");
    assertRefused(
        () -> new IntegerRange(0, Long.MAX_VALUE, 1, Scale.LINEAR),
        "low (0) and high (9223372036854775807) are too far apart to be counted.");
  }

  @Test
  void aRealRangeHoldsItsEnds() {
    RealRange range = new RealRange(0.1, 0.5, Scale.LINEAR);

    assertThat(range.contains(0.1)).isTrue();
    assertThat(range.contains(0.5)).isTrue();
    assertThat(range.contains(Math.nextDown(0.1))).isFalse();
    assertThat(range.contains(Math.nextUp(0.5))).isFalse();
    assertThat(range.contains(Double.NaN)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, -1})
  void wrongRealRangesAreRefused(double high) {
    assertRefused(
        () -> new RealRange(0, high, Scale.LINEAR),
        "low (0.0) and high (" + high + ") must be finite, low not above high.");
  }

  @Test
  void aLogRangeIsPositive() {
    assertRefused(
        () -> new RealRange(0, 1, Scale.LOG), "low (0.0) of a log range must be positive.");
  }

  private static void assertRefused(Runnable creation, String message) {
    assertThatThrownBy(creation::run)
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(message);
  }
}
