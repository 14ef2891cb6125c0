package org.espalier.nas.api.space;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class DomainChoicesTest {
  private static final RealRange RATE = new RealRange(1e-4, 1e-1, Scale.LOG);

  static List<Domain> domains() {
    return List.of(
        new Categorical(List.of("a", "b", "c", "d"), List.of(1, 3)),
        Categorical.ordered(List.of("8", "16", "32")),
        new IntegerRange(3, 20, 4, Scale.LINEAR),
        new IntegerRange(1, 1000, 1, Scale.LOG),
        new RealRange(-2, 5, Scale.LINEAR),
        RATE);
  }

  @ParameterizedTest
  @MethodSource("domains")
  void everyChoiceMadeIsValid(Domain domain) {
    Decision decision = new Decision("x", domain);
    SplittableRandom random = new SplittableRandom(1);
    for (double share : new double[] {0, 0.3, 0.999, 1}) {
      assertThat(decision.admits(decision.quantile(share))).isTrue();
      assertThat(decision.admits(decision.sample(random))).isTrue();
      assertThat(decision.admits(decision.nearest(100 * share - 10))).isTrue();
    }
  }

  @ParameterizedTest
  @MethodSource("domains")
  void theQuantilesOfEvenSharesReachBothEnds(Domain domain) {
    Decision decision = new Decision("x", domain);
    double[] numbers =
        DoubleStream.iterate(0, share -> share <= 1, share -> share + 1.0 / 1024)
            .map(share -> decision.quantile(share).number())
            .toArray();

    assertThat(numbers).isSorted();
    assertThat(numbers[0]).isEqualTo(domain.lowest());
    assertThat(numbers[numbers.length - 1]).isEqualTo(domain.highest());
  }

  @ParameterizedTest
  @MethodSource("domains")
  void aChoiceIsNearestToItsNumberAndReadFromItsText(Domain domain) {
    Decision decision = new Decision("x", domain);
    Choice choice = decision.quantile(0.4);

    assertThat(decision.nearest(choice.number())).isEqualTo(choice);
    assertThat(decision.parse(choice.text())).contains(choice);
    assertThat(decision.parse("none")).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("domains")
  void finiteDomainsListAsManyChoicesAsTheyCount(Domain domain) {
    Decision decision = new Decision("x", domain);
    if (domain.isFinite()) {
      assertThat(decision.choices())
          .hasSize((int) domain.count().orElseThrow())
          .doesNotHaveDuplicates();
    } else {
      assertThatIllegalStateException()
          .isThrownBy(decision::choices)
          .withMessageContaining("not finite");
    }
  }

  @Test
  void theHighestOfARangeIsTheLastThatTheStepsReach() {
    assertThat(new IntegerRange(3, 20, 4, Scale.LINEAR).highest()).isEqualTo(19);
    assertThat(new Categorical(List.of("a", "b", "c"), List.of(1)).lowest()).isEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource({"0, 1e-4", "0.5, 0.0031622776601683794", "1, 1e-1"})
  void sharesOfALogRangeAreThoseOfItsLogarithm(double share, double value) {
    assertThat(RATE.quantile(share)).isCloseTo(value, within(1e-15));
    assertThat(RATE.share(new Choice.Real("x", value))).isCloseTo(share, within(1e-12));
  }

  @Test
  void eachKindOfDomainHasItsFunction() {
    List<String> kinds =
        domains().stream()
            .map(domain -> domain.<String>fold(o -> "options", i -> "integers", r -> "reals"))
            .toList();
    assertThat(kinds)
        .containsExactly("options", "options", "integers", "integers", "reals", "reals");
  }
}
