package org.espalier.nas.searchspace.mlp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.espalier.nas.api.InvalidSettingException;
import org.espalier.nas.api.data.DatasetInfo;
import org.espalier.nas.api.network.Activation;
import org.espalier.nas.api.network.Dense;
import org.espalier.nas.api.network.Dropout;
import org.espalier.nas.api.network.Flatten;
import org.espalier.nas.api.network.NetworkSpec;
import org.espalier.nas.api.random.RandomStreams;
import org.espalier.nas.api.space.Architecture;
import org.espalier.nas.api.space.Categorical;
import org.junit.jupiter.api.Test;

class MlpSearchSpaceTest {
  private final MlpSearchSpace published =
      new MlpSearchSpace(MlpSettings.published(), Datasets.wine());

  @Test
  void theWholeVocabularyIsOfferedAtEveryStepAndMaskedByPosition() {
    assertThat(published.decisions())
        .hasSize(3)
        .allSatisfy(d -> assertThat(domain(d.domain()).options()).hasSize(30))
        .allSatisfy(d -> assertThat(domain(d.domain()).allowed()).hasSize(30));

    assertThat(allowedAfter(published)).isEqualTo(IntStream.range(0, 28).boxed().toList());
    assertThat(allowedAfter(published, 1)).isEqualTo(IntStream.range(0, 30).boxed().toList());
    assertThat(allowedAfter(published, 1, 29)).containsExactly(29);
    assertThat(published.next(published.vocabulary().decode(1, 30))).isEmpty();
  }

  @Test
  void aMinimalLengthHoldsTheOutputLayerBack() {
    MlpSearchSpace space = new MlpSearchSpace(settings(3, 4, null), Datasets.wine());

    assertThat(allowedAfter(space, 1)).doesNotContain(4);
    assertThat(allowedAfter(space, 1, 1)).contains(4);
  }

  @Test
  void dropoutStandsOnlyWhereItMay() {
    MlpSearchSpace space = new MlpSearchSpace(settings(2, 5, List.of(3)), Datasets.wine());

    assertThat(allowedAfter(space, 1)).containsExactly(0, 1, 4);
    assertThat(allowedAfter(space, 1, 1)).containsExactly(0, 1, 2, 3, 4);
    assertThat(allowedAfter(space, 1, 1, 1)).containsExactly(0, 1, 4);
  }

  @Test
  void thePublishedSpaceHas840Architectures() {
    // 28 of length 2 and 28 · 29 of length 3.
    assertThat(published.count()).contains(BigInteger.valueOf(840));
    assertThat(published.enumerate().distinct()).hasSize(840).allMatch(published::contains);
  }

  @Test
  void hugeSpacesAreCountedExactly() {
    MlpSettings settings =
        new MlpSettings(List.of(8, 16), List.of(Activation.RELU), List.of(0.2), 1000, 1000, null);

    assertThat(new MlpSearchSpace(settings, Datasets.wine()).count())
        .contains(BigInteger.TWO.multiply(BigInteger.valueOf(3).pow(998)));
  }

  @Test
  void enumerationIsLazyAlsoThroughAnIterator() {
    MlpSettings settings =
        new MlpSettings(List.of(8, 16), List.of(Activation.RELU), List.of(0.2), 60, 60, null);
    MlpSearchSpace space = new MlpSearchSpace(settings, Datasets.wine());

    assertThat(space.enumerate().iterator().next().size()).isEqualTo(60);
    assertThat(space.sampleUniformly(new RandomStreams(1).stream("test", 0)).size()).isEqualTo(60);
  }

  @Test
  void uniformSamplingFavoursNoArchitecture() {
    MlpSearchSpace space = new MlpSearchSpace(settings(2, 4, null), Datasets.wine());
    int cells = space.count().orElseThrow().intValueExact();
    int draws = 200 * cells;
    var random = new RandomStreams(3).stream("test", 0);

    Map<Architecture, Long> seen =
        Stream.generate(() -> space.sampleUniformly(random))
            .limit(draws)
            .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));

    assertThat(seen).hasSize(cells);
    double expected = (double) draws / cells;
    double chiSquare =
        seen.values().stream().mapToDouble(n -> (n - expected) * (n - expected) / expected).sum();
    // cells = 2 + 2·4 + 2·4·4 = 42; a fair sampler exceeds the 99.9 % quantile of χ²(41), 74.745,
    // with one seed in a thousand; the seed is fixed, so that the test does not flicker.
    assertThat(cells).isEqualTo(42);
    assertThat(chiSquare).isLessThan(74.745);
  }

  @Test
  void samplingOverDecisionsFavoursShortNetworks() {
    MlpSearchSpace space = new MlpSearchSpace(settings(2, 4, null), Datasets.wine());
    var random = new RandomStreams(3).stream("test", 0);

    long shortest =
        Stream.generate(() -> space.sample(random))
            .limit(10_000)
            .filter(a -> a.size() == 2)
            .count();

    // One in five, where uniformly over architectures it would be one in 21. Binomial with standard
    // deviation 40: a right sampler lands outside ±160 with one seed in 16,000.
    assertThat(shortest).isBetween(1840L, 2160L);
  }

  /**
   * The draws are recorded: a change here changes the proposals of every search with the same seed.
   */
  @Test
  void theSameSeedDrawsWhatEveryEarlierVersionDrew() {
    RandomStreams streams = new RandomStreams(42);
    List<String> drawn =
        IntStream.range(0, 3)
            .mapToObj(i -> published.sample(streams.stream("test", i)).toString())
            .toList();
    List<String> drawnUniformly =
        IntStream.range(0, 3)
            .mapToObj(i -> published.sampleUniformly(streams.stream("test", i)).toString())
            .toList();

    assertThat(drawn)
        .containsExactly(
            "[(64, tanh), (3, softmax)]",
            "[(8, relu), (512, elu), (3, softmax)]",
            "[(256, sigmoid), (32, relu), (3, softmax)]");
    assertThat(drawnUniformly)
        .containsExactly(
            "[(8, sigmoid), (512, sigmoid), (3, softmax)]",
            "[(16, elu), (128, relu), (3, softmax)]",
            "[(16, sigmoid), (64, relu), (3, softmax)]");
  }

  @Test
  void mutationReachesEveryOtherLayerAndEveryLength() {
    MlpSearchSpace space = new MlpSearchSpace(settings(2, 4, null), Datasets.wine());
    // [(8, relu), dropout(0.2), (3, softmax)] over 1, 2: hidden; 3, 4: dropouts; 5: output.
    Architecture parent = space.vocabulary().decode(1, 3, 5);
    RandomStreams streams = new RandomStreams(1);

    Set<String> mutants =
        IntStream.range(0, 1_000)
            .mapToObj(i -> space.mutate(parent, streams.stream("test", i)))
            .map(mutant -> Arrays.toString(space.vocabulary().encode(mutant)))
            .collect(Collectors.toSet());

    // Each has a probability of at least 1/12: one is missed with one seed in 10^36.
    assertThat(mutants)
        .containsExactlyInAnyOrder(
            "[2, 3, 5]",
            "[1, 1, 5]",
            "[1, 2, 5]",
            "[1, 4, 5]",
            "[1, 5]",
            "[1, 3, 1, 5]",
            "[1, 3, 2, 5]",
            "[1, 3, 3, 5]",
            "[1, 3, 4, 5]");
  }

  @Test
  void aNeighbourChangesOnePropertyOfALayer() {
    Architecture present =
        published.parse(List.of("(32, relu)", "dropout(0.2)", "(3, softmax)")).orElseThrow();
    Set<String> expected =
        Set.of(
            "(8, relu)",
            "(16, relu)",
            "(64, relu)",
            "(128, relu)",
            "(256, relu)",
            "(512, relu)",
            "(32, sigmoid)",
            "(32, tanh)",
            "(32, elu)");

    Set<String> neighbours =
        published.neighbours(present, new RandomStreams(1).stream("test", 0)).stream()
            .map(neighbour -> neighbour.choices().get(0).text())
            .filter(first -> !first.equals("(32, relu)"))
            .collect(Collectors.toSet());
    Set<String> mutants =
        IntStream.range(0, 1_000)
            .mapToObj(i -> published.mutate(present, new RandomStreams(1).stream("test", i)))
            .map(mutant -> mutant.choices().get(0).text())
            .filter(first -> !first.equals("(32, relu)"))
            .collect(Collectors.toSet());

    assertThat(neighbours).isEqualTo(expected);
    // Each has a probability of at least 1/27: one is missed with one seed in 10^15.
    assertThat(mutants).isEqualTo(expected);
  }

  @Test
  void theOutputLayerFollowsFromTheTask() {
    assertThat(output(Datasets.binary())).isEqualTo(new Dense(1, Activation.SIGMOID));
    assertThat(output(Datasets.wine())).isEqualTo(new Dense(3, Activation.SOFTMAX));
    assertThat(output(Datasets.labels())).isEqualTo(new Dense(5, Activation.SIGMOID));
    assertThat(output(Datasets.regression())).isEqualTo(new Dense(1, Activation.LINEAR));
  }

  @Test
  void aHiddenLayerMustNotBeTheOutputLayer() {
    MlpSettings settings =
        new MlpSettings(List.of(1, 8), List.of(Activation.SIGMOID), List.of(), 2, 3, null);

    assertThatThrownBy(() -> new MlpSearchSpace(settings, Datasets.binary()))
        .isInstanceOf(InvalidSettingException.class)
        .hasMessage(
            "nodes [1, 8] with activations [sigmoid] hold (1, sigmoid), which is the output layer"
                + " here; leave 1 out of nodes.");
    assertThat(new MlpSearchSpace(settings, Datasets.wine()).count())
        .contains(BigInteger.valueOf(2 + 4));
  }

  @Test
  void anArchitectureIsLoweredLayerByLayer() {
    // (128, relu), dropout(0.2), (3, softmax)
    NetworkSpec network = published.lower(published.vocabulary().decode(19, 29, 30));

    assertThat(network.layers())
        .containsExactly(
            new Dense(128, Activation.RELU), new Dropout(0.2), new Dense(3, Activation.SOFTMAX));
    assertThat(network).hasToString("[(128, relu), dropout(0.2), (3, softmax)]");
    // 11·128 + 128 = 1,536 and 128·3 + 3 = 387.
    assertThat(network.parameters()).isEqualTo(1_923);
    // 2·11·128 + 128 = 2,944 and 2·128·3 + 3 = 771.
    assertThat(network.flops()).isEqualTo(3_715);
  }

  @Test
  void inputsOfMoreDimensionsAreFlattened() {
    MlpSearchSpace space = new MlpSearchSpace(MlpSettings.published(), Datasets.images());
    NetworkSpec network = space.lower(space.vocabulary().decode(3, 30));

    assertThat(network.layers().get(0)).isEqualTo(new Flatten());
    // 784·8 + 8 = 6,280 and 8·3 + 3 = 27.
    assertThat(network.parameters()).isEqualTo(6_307);
    assertThat(space.layerTypes())
        .containsExactlyInAnyOrder(Dense.class, Dropout.class, Flatten.class);
    assertThat(published.layerTypes()).containsExactlyInAnyOrder(Dense.class, Dropout.class);
  }

  @Test
  void anIncompleteArchitectureIsNotLowered() {
    assertThatThrownBy(() -> published.lower(published.vocabulary().decode(19)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("[(128, relu)] is not a complete architecture of this search space.");
  }

  private static MlpSettings settings(int minLength, int maxLength, List<Integer> positions) {
    return new MlpSettings(
        List.of(8, 16),
        List.of(Activation.RELU),
        List.of(0.2, 0.5),
        minLength,
        maxLength,
        positions);
  }

  private static Dense output(DatasetInfo data) {
    MlpSearchSpace space = new MlpSearchSpace(MlpSettings.published(), data);
    NetworkSpec network = space.lower(space.vocabulary().decode(1, 30));
    return (Dense) network.layers().get(1);
  }

  private static List<Integer> allowedAfter(MlpSearchSpace space, int... ids) {
    return domain(space.next(space.vocabulary().decode(ids)).orElseThrow().domain()).allowed();
  }

  private static Categorical domain(Object domain) {
    return (Categorical) domain;
  }
}
