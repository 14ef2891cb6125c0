package org.espalier.nas.searchspace.hyperparameters;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.espalier.nas.api.InvalidHyperparameterException;
import org.espalier.nas.api.space.Architecture;
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
}
