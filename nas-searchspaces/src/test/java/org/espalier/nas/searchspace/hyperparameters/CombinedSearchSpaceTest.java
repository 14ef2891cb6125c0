package org.espalier.nas.searchspace.hyperparameters;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.espalier.nas.api.InvalidHyperparameterException;
import org.espalier.nas.api.space.Architecture;
import org.espalier.nas.api.space.Categorical;
import org.espalier.nas.api.space.Choice;
import org.espalier.nas.api.space.Decision;
import org.espalier.nas.api.space.HyperparameterSpace;
import org.espalier.nas.api.space.NetworkSearchSpace;
import org.espalier.nas.api.space.SearchSpace;
import org.junit.jupiter.api.Test;

class CombinedSearchSpaceTest {
  private final SearchSpace inner = CombinedSearchSpaceContractTest.networks();
  private final HyperparameterSpace combined =
      CombinedSearchSpace.of(
          inner, Parameters.of().truth("shuffle").whole("batch", 8, 32, 8).free());

  @Test
  void theInnerSpaceIsAskedFirst() {
    assertThat(combined.decisions().stream().map(Decision::name))
        .containsExactly("layer 1", "layer 2", "layer 3", "shuffle", "batch");
    assertThat(combined.hyperparameters()).containsExactlyInAnyOrder("shuffle", "batch");
    assertThat(combined.count())
        .contains(inner.count().orElseThrow().multiply(BigInteger.valueOf(8)));
  }

  @Test
  void theNetworkIsThatOfTheInnerSpace() {
    Architecture network = inner.sample(new SplittableRandom(3));
    Architecture whole =
        network.with(new Choice.Option("shuffle", 1, "true")).with(new Choice.Whole("batch", 16));

    assertThat(((NetworkSearchSpace) combined).lower(whole))
        .isEqualTo(((NetworkSearchSpace) inner).lower(network));
    assertThat(((NetworkSearchSpace) combined).layerTypes())
        .isEqualTo(((NetworkSearchSpace) inner).layerTypes());
    assertThat(combined.settings(whole)).hasToString("{shuffle=true, batch=16}");
  }

  @Test
  void aMutantDiffersInOnePart() {
    List<Architecture> parents =
        IntStream.range(0, 100).mapToObj(i -> combined.sample(new SplittableRandom(i))).toList();
    int changedSettings = 0;
    for (int i = 0; i < parents.size(); i++) {
      Architecture parent = parents.get(i);
      Architecture mutant = combined.mutate(parent, new SplittableRandom(1000 + i));
      boolean settings = !combined.settings(mutant).equals(combined.settings(parent));
      boolean network = !mutant.prefix(mutant.size() - 2).equals(parent.prefix(parent.size() - 2));
      assertThat(settings ^ network).as("%s from %s", mutant, parent).isTrue();
      changedSettings += settings ? 1 : 0;
    }
    assertThat(changedSettings).isBetween(20, 80);
  }

  @Test
  void aNameThatTheInnerSpaceHasIsRefused() {
    SearchSpace hyperparameters =
        new HyperparametersSearchSpace(Parameters.of().truth("shuffle").free());
    HyperparametersSettings same = Parameters.of().truth("shuffle").free();
    assertThatThrownBy(() -> CombinedSearchSpace.of(hyperparameters, same))
        .isInstanceOf(InvalidHyperparameterException.class)
        .hasMessage("The search space itself decides shuffle; leave it out or rename it here.");
  }

  /** Ring of three options of which each has one neighbour of its own: the next one. */
  private static final SearchSpace RING =
      new SearchSpace() {
        private final Decision decision = new Decision("a", Categorical.of(List.of("x", "y", "z")));

        @Override
        public List<Decision> decisions() {
          return List.of(decision);
        }

        @Override
        public Optional<Decision> next(Architecture made) {
          return made.size() == 0 ? Optional.of(decision) : Optional.empty();
        }

        @Override
        public List<Architecture> neighbours(Architecture architecture, RandomGenerator random) {
          int present = (int) architecture.choices().get(0).number();
          return List.of(Architecture.empty().with(decision.choose((present + 1) % 3)));
        }
      };

  @Test
  void neighboursOfTheInnerPartAreThoseOfItsSpace() {
    HyperparameterSpace space =
        CombinedSearchSpace.of(RING, Parameters.of().whole("batch", 8, 24, 8).free());
    Architecture given =
        Architecture.empty()
            .with(new Choice.Option("a", 2, "z"))
            .with(new Choice.Whole("batch", 16));

    assertThat(
            space.neighbours(given, new SplittableRandom(1)).stream()
                .map(CombinedSearchSpaceTest::texts))
        .containsExactly(List.of("x", "16"), List.of("z", "8"), List.of("z", "24"));
  }

  @Test
  void neighboursOfACombinedNetworkAreThoseOfItsParts() {
    SearchSpace settings = new HyperparametersSearchSpace(Parameters.of().truth("shuffle").free());
    HyperparameterSpace both =
        CombinedSearchSpace.of(inner, Parameters.of().truth("shuffle").free());
    Architecture network = inner.sample(new SplittableRandom(3));
    Architecture shuffled = Architecture.empty().with(new Choice.Option("shuffle", 1, "true"));
    Architecture given = network.with(shuffled.choices().get(0));

    assertThat(both.neighbours(given, new SplittableRandom(1)))
        .hasSize(
            inner.neighbours(network, new SplittableRandom(1)).size()
                + settings.neighbours(shuffled, new SplittableRandom(1)).size())
        .allMatch(both::contains)
        .doesNotContain(given);
  }

  private static List<String> texts(Architecture architecture) {
    return architecture.choices().stream().map(Choice::text).toList();
  }
}
