package org.espalier.nas.controller.encoding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.espalier.nas.api.space.Architecture;
import org.espalier.nas.api.space.Categorical;
import org.espalier.nas.api.space.Choice;
import org.espalier.nas.api.space.Decision;
import org.espalier.nas.api.space.Domain;
import org.espalier.nas.api.space.IntegerRange;
import org.espalier.nas.api.space.RealRange;
import org.espalier.nas.api.space.Scale;
import org.espalier.nas.api.space.SearchSpace;
import org.espalier.nas.testkit.space.ReferenceSpace;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

final class EncodingTest {
  private final RandomGenerator random = new SplittableRandom(1);

  /** A space of one decision, asked with a domain that depends on nothing. */
  private record One(Domain all, Domain asked) implements SearchSpace {
    @Override
    public List<Decision> decisions() {
      return List.of(new Decision("it", all));
    }

    @Override
    public Optional<Decision> next(Architecture made) {
      return made.size() == 0 ? Optional.of(new Decision("it", asked)) : Optional.empty();
    }
  }

  private static double coordinate(Domain domain, Choice choice) {
    return new Encoding(new One(domain, domain)).encode(Architecture.empty().with(choice))[0];
  }

  private Choice decoded(Domain all, Domain asked, double coordinate) {
    return new Encoding(new One(all, asked))
        .decode(new double[] {coordinate}, random)
        .choices()
        .get(0);
  }

  @ParameterizedTest
  @EnumSource(ReferenceSpace.class)
  void whatIsEncodedIsDecodedToTheSame(ReferenceSpace reference) {
    SearchSpace space = reference.space();
    Encoding encoding = new Encoding(space);
    for (int i = 0; i < 200; i++) {
      Architecture architecture = space.sample(random);
      double[] point = encoding.encode(architecture);
      Architecture again = encoding.decode(point, random);

      assertThat(space.contains(again)).isTrue();
      assertThat(again.choices())
          .extracting(Choice::decision)
          .isEqualTo(architecture.choices().stream().map(Choice::decision).toList());
      assertThat(encoding.encode(again)).containsExactly(point, within(1e-12));
    }
  }

  @ParameterizedTest
  @EnumSource(ReferenceSpace.class)
  void anyPointIsDecodedToAValidArchitecture(ReferenceSpace reference) {
    Encoding encoding = new Encoding(reference.space());
    for (int i = 0; i < 200; i++) {
      double[] point =
          random
              .doubles(encoding.axes().size(), -1, 3)
              .map(coordinate -> coordinate > 2 ? DecisionCoordinates.INACTIVE : coordinate)
              .toArray();
      assertThat(reference.space().contains(encoding.decode(point, random))).isTrue();
      double[] units = random.doubles(encoding.axes().size()).toArray();
      assertThat(reference.space().contains(encoding.atQuantiles(units))).isTrue();
    }
  }

  @Test
  void numbersLieOnTheirScale() {
    assertThat(coordinate(new RealRange(1e-4, 1, Scale.LOG), new Choice.Real("it", 1e-3)))
        .isCloseTo(0.25, within(1e-12));
    assertThat(coordinate(new RealRange(-1, 1, Scale.LINEAR), new Choice.Real("it", 0.5)))
        .isEqualTo(0.75);
    assertThat(coordinate(new IntegerRange(1, 16, 1, Scale.LOG), new Choice.Whole("it", 4)))
        .isCloseTo(0.5, within(1e-12));
    assertThat(coordinate(new RealRange(2, 2, Scale.LINEAR), new Choice.Real("it", 2))).isZero();
  }

  @Test
  void optionsInOrderLieInTheirOrderAndOthersAreTheirIndex() {
    List<String> options = List.of("8", "16", "64");
    Choice middle = new Choice.Option("it", 1, "16");
    assertThat(coordinate(Categorical.ordered(options), middle)).isEqualTo(0.5);
    assertThat(coordinate(Categorical.of(options), middle)).isEqualTo(1);
  }

  @Test
  void whatWasNotAskedIsInactive() {
    Encoding encoding = new Encoding(ReferenceSpace.SEQUENCE.space());
    Architecture shortest =
        ReferenceSpace.SEQUENCE
            .space()
            .enumerate()
            .filter(architecture -> architecture.size() < 3)
            .findFirst()
            .orElseThrow();

    assertThat(encoding.encode(shortest)[2]).isNaN();
  }

  @Test
  void theNearestValidAnswerIsTaken() {
    Domain numbers = new IntegerRange(8, 512, 8, Scale.LINEAR);
    assertThat(decoded(numbers, new IntegerRange(8, 64, 8, Scale.LINEAR), 0.9))
        .isEqualTo(new Choice.Whole("it", 64));
    Categorical ordered = Categorical.ordered(List.of("1", "2", "3", "4", "5"));
    assertThat(decoded(ordered, ordered.allowing(List.of(0, 2)), 1).text()).isEqualTo("3");
    Categorical unordered = Categorical.of(List.of("a", "b", "c"));
    assertThat(decoded(unordered, unordered.allowing(List.of(1)), 2).text()).isEqualTo("b");
  }

  /**
   * Uniform over the values, as in sampling: an even grid of quantiles meets each equally often.
   */
  @ParameterizedTest
  @CsvSource({"LINEAR, 250", "LOG, 431"})
  void quantilesAreThoseOfSampling(Scale scale, int ones) {
    Domain domain = new IntegerRange(1, 4, 1, scale);
    Encoding encoding = new Encoding(new One(domain, domain));
    Function<Double, Choice> answer =
        unit -> encoding.atQuantiles(new double[] {unit}).choices().get(0);
    long first =
        IntStream.range(0, 1000)
            .mapToObj(i -> answer.apply((i + 0.5) / 1000))
            .filter(new Choice.Whole("it", 1)::equals)
            .count();

    assertThat(first).isEqualTo(ones);
  }

  @Test
  void refusesWhatIsOfAnotherSpace() {
    assertThatThrownBy(
            () ->
                new Encoding(ReferenceSpace.TINY.space())
                    .encode(Architecture.empty().with(new Choice.Whole("rate", 1))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("The search space has no decision \"rate\"; its decisions() are [");
  }
}
