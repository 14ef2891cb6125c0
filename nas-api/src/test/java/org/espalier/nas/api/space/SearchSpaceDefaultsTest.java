package org.espalier.nas.api.space;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.espalier.nas.api.random.RandomStreams;
import org.junit.jupiter.api.Test;

class SearchSpaceDefaultsTest {
  private final SearchSpace finite = new MixedSpace(false);
  private final SearchSpace real = new MixedSpace(true);
  private final RandomGenerator random = new RandomStreams(1).stream("test", 0);

  @Test
  void anArchitectureIsContainedWhenItIsCompleteAndEachChoiceWasValid() {
    Architecture conv = architecture("conv", "3", "8");

    assertThat(finite.contains(conv)).isTrue();
    assertThat(finite.contains(conv.prefix(2))).isFalse();
    assertThat(finite.contains(conv.with(new Choice.Whole("units", 8)))).isFalse();
    assertThat(finite.contains(conv.prefix(2).with(new Choice.Whole("units", 9)))).isFalse();
    assertThat(finite.contains(conv.prefix(1).with(new Choice.Whole("units", 8)))).isFalse();
    assertThat(finite.contains(Architecture.empty())).isFalse();
  }

  @Test
  void samplesAreContained() {
    assertThat(draws(1_000, finite::sample)).allMatch(finite::contains);
    assertThat(draws(1_000, real::sample)).allMatch(real::contains);
  }

  @Test
  void aFiniteSpaceIsCountedAndEnumeratedInTheOrderOfTheOptions() {
    // conv: 3 kernels · 8 units; dense: 8 units.
    assertThat(finite.count()).contains(BigInteger.valueOf(32));
    List<Architecture> all = finite.enumerate().toList();
    assertThat(all).hasSize(32).doesNotHaveDuplicates().allMatch(finite::contains);
    assertThat(all.get(0)).hasToString("[conv, 1, 1]");
    assertThat(all.get(9)).hasToString("[conv, 3, 2]");
    assertThat(all.get(31)).hasToString("[dense, 8]");
  }

  @Test
  void aRealRangeMakesASpaceUncountable() {
    assertThat(real.count()).isEmpty();
    assertThatThrownBy(() -> real.enumerate().toList())
        .isInstanceOf(IllegalStateException.class)
        .hasMessageStartingWith("rate has the real domain");
    assertThatThrownBy(() -> real.sampleUniformly(random))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("The search space is not finite; sample over decisions instead.");
  }

  @Test
  void uniformSamplingFavoursNoArchitecture() {
    Map<Architecture, Long> seen =
        draws(3_200, finite::sampleUniformly)
            .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));

    double chiSquare = seen.values().stream().mapToDouble(n -> (n - 100) * (n - 100) / 100.0).sum();
    assertThat(seen).hasSize(32);
    // The 99.9 % quantile of χ²(31): a fair sampler fails with one seed in a thousand.
    assertThat(chiSquare).isLessThan(61.1);
  }

  @Test
  void aLogRealRangeIsSampledByRatios() {
    long low =
        draws(10_000, real::sample)
            .filter(a -> ((Choice.Real) a.choice("rate").orElseThrow()).value() < 0.01)
            .count();

    // Half of [1e-4, 1] in ratios. Standard deviation 50: outside ±225 with one seed in 147,000.
    assertThat(low).isBetween(4_775L, 5_225L);
  }

  @Test
  void aLogIntegerRangeIsSampledByRatios() {
    Map<Long, Long> seen =
        draws(10_000, finite::sample)
            .collect(
                Collectors.groupingBy(
                    a -> ((Choice.Whole) a.choice("units").orElseThrow()).value(),
                    Collectors.counting()));

    // Value v has the share ln((v + 1)/v) / ln 9; 4.5 standard deviations each: some value of the
    // eight fails with one seed in 18,000.
    assertThat(seen.keySet()).containsExactlyInAnyOrder(1L, 2L, 3L, 4L, 5L, 6L, 7L, 8L);
    seen.forEach(
        (value, times) -> {
          double share = Math.log((value + 1.0) / value) / Math.log(9);
          double deviation = Math.sqrt(10_000 * share * (1 - share));
          assertThat((double) times)
              .isBetween(10_000 * share - 4.5 * deviation, 10_000 * share + 4.5 * deviation);
        });
  }

  @Test
  void everyNeighbourIsReachedByMutationAndNothingElse() {
    for (Architecture parent :
        List.of(architecture("conv", "3", "8"), architecture("dense", "2"))) {
      Set<Architecture> neighbours =
          finite.enumerate().filter(other -> neighbours(parent, other)).collect(Collectors.toSet());

      Set<Architecture> mutants =
          draws(2_000, stream -> finite.mutate(parent, stream)).collect(Collectors.toSet());

      // The rarest mutant is units 7 to 8 by ratios, about 1/2 · 0.054: missed with 1e-23.
      assertThat(mutants).isEqualTo(neighbours);
    }
  }

  @Test
  void mutationKeepsWhatFollowsWhereItIsStillValid() {
    assertThat(draws(200, stream -> finite.mutate(architecture("conv", "3", "8"), stream)))
        .filteredOn(mutant -> mutant.toString().startsWith("[dense"))
        .isNotEmpty()
        .allMatch(mutant -> mutant.toString().equals("[dense, 8]"));
  }

  @Test
  void mutationStaysInsideASpaceWithRealRanges() {
    Architecture parent = real.sample(random);

    assertThat(draws(500, stream -> real.mutate(parent, stream)))
        .allMatch(real::contains)
        .noneMatch(parent::equals);
  }

  @Test
  void theOnlyMemberMutatesIntoItself() {
    SearchSpace one = single(new IntegerRange(5, 6, 2, Scale.LINEAR));
    Architecture only = one.enumerate().findFirst().orElseThrow();

    assertThat(one.mutate(only, random)).isEqualTo(only);
  }

  @Test
  void veryWideRangesAreMutatedWithoutListingThem() {
    SearchSpace wide = single(new IntegerRange(1, Long.MAX_VALUE / 2, 1, Scale.LINEAR));
    Architecture parent = wide.sample(random);

    assertThat(wide.contains(wide.mutate(parent, random))).isTrue();
  }

  @Test
  void neighbouringDoublesAreMutatedIntoEachOther() {
    SearchSpace two = single(new RealRange(1, Math.nextUp(1.0), Scale.LINEAR));
    Architecture parent = Architecture.empty().with(new Choice.Real("x", 1));

    assertThat(draws(20, stream -> two.mutate(parent, stream)))
        .allMatch(mutant -> mutant.toString().equals("[" + Math.nextUp(1.0) + "]"));
  }

  @Test
  void neighboursAreThoseThatMutationReachesAndEachIsThereOnce() {
    for (Architecture one : List.of(architecture("conv", "3", "8"), architecture("dense", "2"))) {
      Set<Architecture> mutants =
          draws(2_000, stream -> finite.mutate(one, stream))
              .map(mutant -> mutant.prefix(1))
              .collect(Collectors.toSet());
      List<Architecture> around = finite.neighbours(one, random);

      assertThat(around).doesNotHaveDuplicates().doesNotContain(one).allMatch(finite::contains);
      assertThat(around).allMatch(other -> neighbours(one, other));
      assertThat(around.stream().map(other -> other.prefix(1)).collect(Collectors.toSet()))
          .isEqualTo(mutants);
    }
    // One other layer, two other kernels, seven other widths.
    assertThat(finite.neighbours(architecture("conv", "3", "8"), random)).hasSize(1 + 2 + 7);
  }

  @Test
  void neighboursOfOrderedOptionsAndIntegersComeByDistance() {
    assertThat(around(Categorical.ordered(List.of("a", "b", "c", "d")), "c"))
        .containsExactly("b", "d", "a");
    assertThat(around(Categorical.of(List.of("a", "b", "c", "d")), "c"))
        .containsExactly("a", "b", "d");
    assertThat(around(new IntegerRange(0, 6, 2, Scale.LINEAR), "4")).containsExactly("2", "6", "0");
    assertThat(around(new IntegerRange(0, 640, 1, Scale.LINEAR), "20"))
        .containsExactly("19", "21", "10", "30", "60", "180");
  }

  @Test
  void neighboursOfRealNumbersAreStepsOnTheirScale() {
    assertThat(around(new RealRange(0, 64, Scale.LINEAR), "1.0"))
        .containsExactly("0.0", "2.0", "5.0", "17.0");
    assertThat(around(new RealRange(1, Math.pow(2, 64), Scale.LOG), "4.0").stream())
        .extracting(text -> Math.round(Math.log(Double.parseDouble(text)) / Math.log(2)))
        .containsExactly(1L, 3L, 6L, 18L);
    assertThat(around(new RealRange(3, 3, Scale.LINEAR), "3.0")).isEmpty();
  }

  @Test
  void aChildOfTwoIsOfTheSpaceAndEveryChoiceThatIsValidComesFromAParent() {
    Architecture conv = architecture("conv", "3", "8");
    Architecture dense = architecture("dense", "2");

    Set<String> children =
        draws(200, stream -> finite.crossover(conv, dense, stream))
            .map(Architecture::toString)
            .collect(Collectors.toSet());

    // A kernel is asked only of a convolution, of which one parent knows it.
    assertThat(children)
        .containsExactlyInAnyOrder("[conv, 3, 8]", "[conv, 3, 2]", "[dense, 8]", "[dense, 2]");
  }

  @Test
  void anArchitectureIsCompletedWithTheChoicesOfAnother() {
    Architecture dense = architecture("dense", "2");

    assertThat(draws(50, s -> finite.complete(architecture("conv", "3", "8").prefix(1), dense, s)))
        .allMatch(finite::contains)
        .allMatch(child -> child.toString().matches("\\[conv, [135], 2]"));
    assertThat(finite.complete(dense, architecture("conv", "3", "8"), random)).isEqualTo(dense);
  }

  private List<String> around(Domain domain, String value) {
    SearchSpace one = single(domain);
    return one.neighbours(one.parse(List.of(value)).orElseThrow(), random).stream()
        .map(other -> other.choices().get(0).text())
        .toList();
  }

  @Test
  void textsParseBack() {
    assertThat(draws(500, real::sample)).allMatch(a -> real.parse(texts(a)).equals(Optional.of(a)));
  }

  @Test
  void whatIsNotAnArchitectureIsNotParsed() {
    assertThat(
            Stream.of(
                List.of("conv", "3"),
                List.of("conv", "2", "8"),
                List.of("conv", "three", "8"),
                List.of("dense", "8", "8"),
                List.of("pool", "3", "8"),
                List.<String>of()))
        .allMatch(texts -> finite.parse(texts).isEmpty());
    assertThat(real.parse(List.of("dense", "8", "NaN"))).isEmpty();
    assertThat(real.parse(List.of("dense", "8", "0.5"))).isPresent();
  }

  @Test
  void byDefaultEveryArchitectureStandsForItself() {
    Architecture conv = architecture("conv", "3", "8");

    assertThat(finite.canonical(conv)).isSameAs(conv);
  }

  private Architecture architecture(String... texts) {
    return finite.parse(List.of(texts)).orElseThrow();
  }

  private static Stream<Architecture> draws(
      int count, Function<RandomGenerator, Architecture> draw) {
    RandomStreams streams = new RandomStreams(11);
    return LongStream.range(0, count).mapToObj(i -> draw.apply(streams.stream("test", i)));
  }

  /**
   * Returns true if one choice differs and later ones are kept where the neighbour was asked for
   * them too.
   */
  private boolean neighbours(Architecture parent, Architecture other) {
    return IntStream.range(0, Math.min(parent.size(), other.size()))
        .filter(position -> parent.prefix(position).equals(other.prefix(position)))
        .filter(position -> !parent.choices().get(position).equals(other.choices().get(position)))
        .anyMatch(
            position ->
                other.choices().stream()
                    .skip(position + 1L)
                    .allMatch(
                        choice ->
                            parent.choice(choice.decision()).map(choice::equals).orElse(true)));
  }

  private static List<String> texts(Architecture architecture) {
    return architecture.choices().stream().map(Choice::text).toList();
  }

  private static SearchSpace single(Domain domain) {
    Decision decision = new Decision("x", domain);
    return new SearchSpace() {
      @Override
      public List<Decision> decisions() {
        return List.of(decision);
      }

      @Override
      public Optional<Decision> next(Architecture made) {
        return made.size() == 0 ? Optional.of(decision) : Optional.empty();
      }
    };
  }
}
