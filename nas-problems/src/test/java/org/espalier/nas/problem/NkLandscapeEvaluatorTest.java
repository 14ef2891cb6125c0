package org.espalier.nas.problem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.espalier.nas.api.InvalidSettingException;
import org.espalier.nas.api.space.Architecture;
import org.espalier.nas.api.space.Categorical;
import org.espalier.nas.api.space.Choice;
import org.espalier.nas.api.space.Decision;
import org.espalier.nas.api.space.IntegerRange;
import org.espalier.nas.api.space.RealRange;
import org.espalier.nas.api.space.Scale;
import org.espalier.nas.api.space.SearchSpace;
import org.junit.jupiter.api.Test;

class NkLandscapeEvaluatorTest {

  private static SearchSpace vectors(int length, int options) {
    Categorical domain =
        Categorical.of(IntStream.range(0, options).mapToObj(i -> "o" + i).toList());
    return new VectorSpace(
        IntStream.range(0, length).mapToObj(i -> new Decision("d" + i, domain)).toList());
  }

  private static NkLandscapeEvaluator landscape(SearchSpace space, int k, long seed) {
    return new NkLandscapeEvaluator(new NkLandscapeSettings(k, seed, 0, 1, 0), space);
  }

  private static double fitness(NkLandscapeEvaluator landscape, Architecture architecture) {
    return landscape.truth(architecture).get("fitness");
  }

  /** The library's generator is SplitMix64: its output i from h is the one after i others. */
  @Test
  void theFitnessIsWhatTheDefinitionSays() {
    SearchSpace space = vectors(4, 3);
    Architecture some = space.parse(List.of("o2", "o0", "o1", "o1")).orElseThrow();
    int[] answers = {2, 0, 1, 1};
    double sum = 0;
    for (int place = 0; place < 4; place++) {
      long hash = 5;
      for (int next = place; next <= place + 2; next++) {
        hash = output(output(hash, next % 4), answers[next % 4]);
      }
      sum += (hash >>> 11) * 0x1.0p-53;
    }
    assertThat(fitness(landscape(space, 2, 5), some)).isCloseTo(sum / 4, Offset.offset(1e-15));
  }

  private static long output(long from, int index) {
    SplittableRandom library = new SplittableRandom(from);
    for (int i = 0; i < index; i++) {
      library.nextLong();
    }
    return library.nextLong();
  }

  @Test
  void choicesInteractWithTheKThatFollowInACircleOnly() {
    SearchSpace space = vectors(8, 2);
    Architecture zeros =
        space.parse(List.of("o0", "o0", "o0", "o0", "o0", "o0", "o0", "o0")).orElseThrow();
    // Without neighbours the effects of two choices add up; with them those of near ones do not.
    assertThat(interaction(landscape(space, 0, 1), zeros, 2, 3)).isCloseTo(0, Offset.offset(1e-12));
    assertThat(Math.abs(interaction(landscape(space, 1, 1), zeros, 2, 3))).isGreaterThan(1e-3);
    assertThat(interaction(landscape(space, 1, 1), zeros, 2, 5)).isCloseTo(0, Offset.offset(1e-12));
    assertThat(Math.abs(interaction(landscape(space, 1, 1), zeros, 7, 0))).isGreaterThan(1e-3);
  }

  private static double interaction(
      NkLandscapeEvaluator landscape, Architecture zeros, int one, int other) {
    return fitness(landscape, flip(flip(zeros, one), other))
        - fitness(landscape, flip(zeros, one))
        - fitness(landscape, flip(zeros, other))
        + fitness(landscape, zeros);
  }

  private static Architecture flip(Architecture architecture, int place) {
    return new Architecture(
        IntStream.range(0, architecture.size())
            .mapToObj(
                i ->
                    i == place
                        ? new Choice.Option("d" + i, 1, "o1")
                        : architecture.choices().get(i))
            .toList());
  }

  /** 5,120 contributions: their mean lies within 0.02 of a half with a probability of 0.9999993. */
  @Test
  void contributionsAreUniform() {
    SearchSpace space = vectors(10, 2);
    NkLandscapeEvaluator smooth = landscape(space, 9, 3);
    double[] values = space.enumerate().mapToDouble(a -> fitness(smooth, a)).toArray();
    double mean = Arrays.stream(values).average().orElseThrow();
    double variance =
        Arrays.stream(values).map(value -> (value - mean) * (value - mean)).average().orElseThrow();

    assertThat(mean).isCloseTo(0.5, Offset.offset(0.02));
    assertThat(variance).isCloseTo(1 / 120.0, Offset.offset(0.0025));
  }

  /** Kauffman & Levin: more neighbours make more local optima, from one without any neighbours. */
  @Test
  void moreNeighboursMakeItMoreRugged() {
    SearchSpace space = vectors(10, 2);
    List<Long> peaks =
        IntStream.of(0, 2, 9).mapToObj(k -> peaks(landscape(space, k, 11), space)).toList();

    assertThat(peaks.get(0)).isEqualTo(1);
    assertThat(peaks.get(1)).isBetween(2L, 40L);
    assertThat(peaks.get(2)).isGreaterThan(2 * peaks.get(1));
  }

  private static long peaks(NkLandscapeEvaluator landscape, SearchSpace space) {
    Map<Architecture, Double> fitness =
        space.enumerate().collect(Collectors.toMap(a -> a, a -> fitness(landscape, a)));
    return fitness.keySet().stream()
        .filter(
            a ->
                IntStream.range(0, a.size())
                    .allMatch(i -> fitness.get(other(a, i)) <= fitness.get(a)))
        .count();
  }

  private static Architecture other(Architecture architecture, int place) {
    return new Architecture(
        IntStream.range(0, architecture.size())
            .mapToObj(
                i -> {
                  int index = ((Choice.Option) architecture.choices().get(i)).index();
                  int shown = i == place ? 1 - index : index;
                  return (Choice) new Choice.Option("d" + i, shown, "o" + shown);
                })
            .toList());
  }

  @Test
  void theOptimumIsTheBestOfAll() {
    SearchSpace space = vectors(7, 3);
    NkLandscapeEvaluator landscape = landscape(space, 3, 4);
    double best = space.enumerate().mapToDouble(a -> fitness(landscape, a)).max().orElseThrow();

    assertThat(landscape.optimum()).isEqualTo(Map.of("fitness", best));
    assertThat(landscape.optimum()).isSameAs(landscape.optimum());
    assertThat(landscape(vectors(18, 2), 3, 4).optimum()).as("of 262,144").isEmpty();
  }

  @Test
  void theSeedGivesTheLandscape() {
    SearchSpace space = vectors(5, 3);
    Architecture some = RandomSearch.draw(space, 1, 1).get(0);

    assertThat(fitness(landscape(space, 2, 1), some))
        .isEqualTo(fitness(landscape(space, 2, 1), some))
        .isNotEqualTo(fitness(landscape(space, 2, 2), some));
  }

  @Test
  void whatDoesNotFitIsSaidBeforeAnythingRuns() {
    assertThatThrownBy(() -> landscape(vectors(3, 2), 3, 1))
        .isInstanceOf(InvalidSettingException.class)
        .hasMessage("k (3) must be less than the number of decisions of the search space (3).");
    SearchSpace real =
        new VectorSpace(
            List.of(
                new Decision("whole", new IntegerRange(-2, 2, 1, Scale.LINEAR)),
                new Decision("rate", new RealRange(0, 1, Scale.LINEAR))));
    assertThatThrownBy(() -> landscape(real, 0, 1))
        .hasMessage(
            "type (nk-landscape) needs a finite search space, and rate is a real number; give it a"
                + " step.");
    assertThatThrownBy(() -> new NkLandscapeSettings(-1, 0, 0, 1, 0))
        .hasMessage("k (-1) must not be negative.");
  }
}
