package org.espalier.nas.searchspace.hyperparameters;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.espalier.nas.api.space.RealRange;
import org.espalier.nas.api.space.Scale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExactComparisonTest {
  private static final double[] VALUES = {0.1, 0.2, 1, 1e300, 0};

  private static double value(String text) {
    Map<String, Symbol> symbols = new LinkedHashMap<>();
    RealRange range = new RealRange(0, 1e300, Scale.LINEAR);
    List<String> names = List.of("a", "b", "one", "huge", "zero");
    names.forEach(name -> symbols.put(name, Symbol.of(symbols.size(), name, range)));
    return ExpressionParser.parse(new ExpressionSource("when", "when of y", text), symbols)
        .value(VALUES);
  }

  /** Values of the parameters: a is 0.1, b 0.2, one 1, huge 1e300, zero 0. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "a + b == 0.3                             | 1",
        "a + b != 0.3                             | 0",
        "a + b <= 0.3                             | 1",
        "0.3 >= a + b                             | 1",
        "a + b > 0.3                              | 0",
        "a + b < 0.3                              | 0",
        "a + b - 0.3 == 0                         | 1",
        "a * 3 == 0.3 and a * 0.1 == 0.01         | 1",
        "0.3 % a == 0 and 0.7 % a == 0            | 1",
        "0.35 % a == 0.05 and -0.35 % a == -0.05  | 1",
        "a / 3 * 3 == a and one / 49 * 49 == one  | 1",
        "a / 3 * 3 - a == 0                       | 1",
        "a / 3 * 3 % a == 0                       | 1",
        "min(a + b, 0.3) == max(a + b, 0.3)       | 1",
        "a + b in [0.3]                           | 1",
        "log(2 * a) + log(5) == log(one)          | 1",
        "log(8 * one) == 3 * log(2)               | 1",
        "one + 1e-15 > one                        | 1",
        "one + 1e-15 == one                       | 0",
        "a + b < 0.30000000000000004              | 1",
        "a + b == 0.3 + zero                      | 1",
        "huge * huge > huge                       | 1",
        "huge * huge == huge * huge               | 1",
        "one / zero > 5                           | 1",
        "log(zero) < 5                            | 1",
        "zero / zero == 0                         | NaN",
      })
  void decidesAsInDecimals(String text, String expected) {
    assertThat(value(text)).as(text).isEqualTo(Double.valueOf(expected));
  }

  @Test
  void sumsOfTenthsAreCountedInFull() {
    Parameters two = Parameters.of().with("a", tenths(0.3)).with("b", tenths(0.3));
    Parameters three =
        Parameters.of().with("a", tenths(1)).with("b", tenths(1)).with("c", tenths(1));

    assertThat(count(two.bound("a + b <= 0.3"))).isEqualTo(10);
    assertThat(count(three.bound("a + b + c == 1"))).isEqualTo(66);
  }

  @Test
  void aConditionOnASumHolds() {
    HyperparametersSettings settings =
        Parameters.of()
            .with("a", new CategoricalParameter(List.of("0.1", "0.2"), false, null))
            .with("b", new CategoricalParameter(List.of("0.1", "0.2"), false, null))
            .with("c", new BooleanParameter("a + b == 0.3"))
            .free();

    assertThat(count(settings)).isEqualTo(6);
  }

  private static RealParameter tenths(double high) {
    return new RealParameter(0, high, 0.1, Scale.LINEAR, null);
  }

  private static long count(HyperparametersSettings settings) {
    HyperparametersSearchSpace space = new HyperparametersSearchSpace(settings);
    long counted = space.count().orElseThrow().longValueExact();
    assertThat(space.enumerate().count()).isEqualTo(counted);
    return counted;
  }
}
