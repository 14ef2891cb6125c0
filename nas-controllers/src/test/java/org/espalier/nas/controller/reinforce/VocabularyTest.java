package org.espalier.nas.controller.reinforce;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.espalier.nas.api.NasException;
import org.espalier.nas.api.data.DatasetInfo;
import org.espalier.nas.api.data.Feature;
import org.espalier.nas.api.data.Task;
import org.espalier.nas.api.network.TensorShape;
import org.espalier.nas.api.space.Architecture;
import org.espalier.nas.api.space.Categorical;
import org.espalier.nas.api.space.Choice;
import org.espalier.nas.api.space.Decision;
import org.espalier.nas.api.space.IntegerRange;
import org.espalier.nas.api.space.RealRange;
import org.espalier.nas.api.space.Scale;
import org.espalier.nas.api.space.SearchSpace;
import org.espalier.nas.controller.TokenSpace;
import org.espalier.nas.searchspace.mlp.MlpSearchSpace;
import org.espalier.nas.searchspace.mlp.MlpSettings;
import org.junit.jupiter.api.Test;

final class VocabularyTest {

  @Test
  void decisionsOverEqualDomainsMayHaveTokensOfTheirOwn() {
    SearchSpace space = new TokenSpace(2, 3);
    Vocabulary shared = new Vocabulary(space, 16);
    Vocabulary separate = new Vocabulary(space, 16, false);

    assertThat(separate.vocabulary()).isGreaterThan(shared.vocabulary());
    assertThat(separate.allowed(new int[0])).doesNotContain(separate.allowed(new int[] {1}));
    assertThat(separate.architectures())
        .hasSize((int) shared.architectures().count())
        .allSatisfy(
            architecture ->
                assertThat(separate.decode(separate.encode(architecture))).isEqualTo(architecture));
  }

  private static SearchSpace wine() {
    Task task = new Task.Classification("class", List.of("low", "medium", "high"));
    List<Feature> features = IntStream.range(0, 11).mapToObj(i -> Feature.raw("x" + i)).toList();
    return new MlpSearchSpace(
        MlpSettings.published(),
        new DatasetInfo.Tabular("wine", task, TensorShape.of(11), features, Map.of(), "hash"));
  }

  @Test
  void numbersThePublishedSpaceAsPublished() {
    SearchSpace space = wine();
    Vocabulary vocabulary = new Vocabulary(space, 16);

    assertThat(vocabulary.vocabulary()).isEqualTo(30);
    assertThat(vocabulary.maximumLength()).isEqualTo(3);
    assertThat(vocabulary.decode(new int[] {1, 30})).hasToString("[(8, sigmoid), (3, softmax)]");
    assertThat(vocabulary.decode(new int[] {28, 29, 30}))
        .hasToString("[(512, elu), dropout(0.2), (3, softmax)]");
    // id = 4 · node index + activation index + 1; 128 is the fifth width, relu the third
    // activation.
    assertThat(vocabulary.decode(new int[] {19, 30})).hasToString("[(128, relu), (3, softmax)]");
  }

  @Test
  void allowsWhatThePublishedSamplingAllows() {
    Vocabulary vocabulary = new Vocabulary(wine(), 16);

    assertThat(vocabulary.allowed(new int[] {})).containsExactly(range(1, 28));
    assertThat(vocabulary.allowed(new int[] {7})).containsExactly(range(1, 30));
    assertThat(vocabulary.allowed(new int[] {7, 29})).containsExactly(30);
    assertThat(vocabulary.allowed(new int[] {7, 30})).isEmpty();
  }

  private static int[] range(int first, int last) {
    return IntStream.rangeClosed(first, last).toArray();
  }

  @Test
  void encodesWhatItDecodes() {
    SearchSpace space = wine();
    Vocabulary vocabulary = new Vocabulary(space, 16);

    assertThat(vocabulary.architectures().toList())
        .containsExactlyElementsOf(space.enumerate().toList())
        .allMatch(
            architecture ->
                vocabulary.decode(vocabulary.encode(architecture)).equals(architecture));
  }

  @Test
  void givesEqualDomainsTheSameTokensAndOthersTheirOwn() {
    Vocabulary vocabulary = new Vocabulary(new MixedSpace(), 4);

    // kind: 1, 2; depth 1…3: 3, 4, 5; width 8…512, rate and momentum in four bins each.
    assertThat(vocabulary.vocabulary()).isEqualTo(2 + 3 + 4 + 4);
    assertThat(vocabulary.allowed(new int[] {})).containsExactly(1, 2);
    assertThat(vocabulary.allowed(new int[] {1})).containsExactly(3, 4, 5);
    assertThat(vocabulary.allowed(new int[] {1, 3})).containsExactly(6, 7, 8, 9);
    assertThat(vocabulary.allowed(new int[] {1, 3, 6})).containsExactly(10, 11, 12, 13);
    assertThat(vocabulary.allowed(new int[] {1, 3, 6, 10})).containsExactly(10, 11, 12, 13);
  }

  @Test
  void dividesRangesIntoTheMiddlesOfBinsOnTheirScale() {
    Vocabulary vocabulary = new Vocabulary(new MixedSpace(), 4);
    List<Double> rates =
        IntStream.rangeClosed(10, 13)
            .mapToObj(token -> vocabulary.decode(new int[] {1, 3, 6, token}))
            .map(made -> ((Choice.Real) made.choices().get(3)).value())
            .toList();
    List<Long> widths =
        IntStream.rangeClosed(6, 9)
            .mapToObj(token -> vocabulary.decode(new int[] {1, 3, token}))
            .map(made -> ((Choice.Whole) made.choices().get(2)).value())
            .toList();

    // log10 of the rate from −4 to 0: middles at −3.5, −2.5, −1.5, −0.5.
    assertThat(rates)
        .usingElementComparator((left, right) -> Math.abs(left / right - 1) < 1e-9 ? 0 : 1)
        .containsExactly(
            Math.pow(10, -3.5), Math.pow(10, -2.5), Math.pow(10, -1.5), Math.pow(10, -0.5));
    // 8 … 512 in steps of 8: middles at 71, 197, 323, 449, to the nearest multiple of 8.
    assertThat(widths).containsExactly(72L, 200L, 320L, 448L);
  }

  @Test
  void aMaskThatLeavesNoPointLeavesTheNearestOne() {
    Vocabulary vocabulary = new Vocabulary(new MixedSpace(), 4);

    // After kind 2 the width is 8 or 16, though the smallest point is 72.
    assertThat(vocabulary.allowed(new int[] {2, 3})).containsExactly(6);
    assertThat(vocabulary.decode(new int[] {2, 3, 6}).choices().get(2).text()).isEqualTo("16");
  }

  /** Random walks over the tokens end in members of the space that encode to the same tokens. */
  @Test
  void everyWalkIsAnArchitecture() {
    SearchSpace space = new MixedSpace();
    Vocabulary vocabulary = new Vocabulary(space, 4);
    SplittableRandom random = new SplittableRandom(1);

    for (int i = 0; i < 200; i++) {
      int[] tokens = UniformWalk.draw(vocabulary, random);
      Architecture architecture = vocabulary.decode(tokens);
      assertThat(space.contains(architecture)).isTrue();
      assertThat(vocabulary.encode(architecture)).containsExactly(tokens);
    }
    assertThat(vocabulary.architectures()).hasSize(3 * 4 * 4 * 4 + 3 * 4 * 4);
  }

  @Test
  void refusesMoreThanAWholeArchitecture() {
    Vocabulary vocabulary = new Vocabulary(new TokenSpace(2, 2), 4);
    assertThatThrownBy(() -> vocabulary.decode(new int[] {1, 3, 1}))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("Nothing may follow [letter0, end]; it is complete.");
  }

  @Test
  void namesADecisionThatTheSpaceDoesNotList() {
    SearchSpace incomplete =
        new SearchSpace() {
          @Override
          public List<Decision> decisions() {
            return List.of(new Decision("a", Categorical.of(List.of("x"))));
          }

          @Override
          public Optional<Decision> next(Architecture made) {
            return Optional.of(new Decision("b", Categorical.of(List.of("x"))));
          }
        };
    Vocabulary vocabulary = new Vocabulary(incomplete, 4);
    assertThatThrownBy(() -> vocabulary.allowed(new int[] {}))
        .isInstanceOf(NasException.class)
        .hasMessage("The search space asks for \"b\", which is not among its decisions [a].");
  }

  /** A kind, a depth, a width that depends on the kind, and two rates over the same range. */
  private record MixedSpace() implements SearchSpace {
    private static final RealRange RATE = new RealRange(1e-4, 1, Scale.LOG);

    @Override
    public List<Decision> decisions() {
      return List.of(
          new Decision("kind", Categorical.of(List.of("wide", "narrow"))),
          new Decision("depth", new IntegerRange(1, 3, 1, Scale.LINEAR)),
          new Decision("width", new IntegerRange(8, 512, 8, Scale.LINEAR)),
          new Decision("rate", RATE),
          new Decision("momentum", RATE));
    }

    @Override
    public Optional<Decision> next(Architecture made) {
      if (made.size() == decisions().size()) {
        return Optional.empty();
      }
      boolean narrow = made.size() > 0 && made.choices().get(0).text().equals("narrow");
      return Optional.of(
          made.size() == 2 && narrow
              ? new Decision("width", new IntegerRange(8, 16, 8, Scale.LINEAR))
              : decisions().get(made.size()));
    }
  }
}
