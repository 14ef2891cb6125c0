package org.espalier.nas.searchspace;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.espalier.nas.api.network.Activation;
import org.espalier.nas.api.network.NetworkSize;
import org.espalier.nas.api.space.Architecture;
import org.espalier.nas.api.space.NetworkSearchSpace;
import org.espalier.nas.searchspace.mlp.Datasets;
import org.espalier.nas.searchspace.mlp.MlpSearchSpace;
import org.espalier.nas.searchspace.mlp.MlpSettings;
import org.espalier.nas.searchspace.nasbench201.CellEquivalence;
import org.espalier.nas.searchspace.nasbench201.NasBench201SearchSpace;
import org.espalier.nas.searchspace.nasbench201.NasBench201Settings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class MinimumSizeTest {

  private static void assertExact(NetworkSearchSpace space) {
    Map<Architecture, NetworkSize> least = new HashMap<>();
    space
        .enumerate()
        .forEach(
            architecture -> {
              NetworkSize size = NetworkSize.of(space.lower(architecture));
              for (int length = 0; length <= architecture.size(); length++) {
                least.merge(architecture.prefix(length), size, NetworkSize::min);
              }
            });
    least.forEach(
        (made, size) -> assertThat(space.minimumSize(made)).as("%s", made).contains(size));
  }

  /**
   * With two values in, a wide layer behind a narrow one may cost less than the output layer of
   * three values behind a wide one.
   */
  @Test
  void thatOfPerceptronsIsTheLeastOfAllThatBeginSo() {
    MlpSettings settings =
        new MlpSettings(
            List.of(1, 4, 30),
            List.of(Activation.RELU, Activation.TANH),
            List.of(0.2),
            3,
            5,
            List.of(2, 4));

    assertExact(new MlpSearchSpace(settings, Datasets.wine()));
  }

  @Test
  void imagesAreFlattenedBeforePerceptrons() {
    MlpSettings settings =
        new MlpSettings(List.of(2, 8), List.of(Activation.RELU), List.of(), 2, 4, null);

    assertExact(new MlpSearchSpace(settings, Datasets.pictures(3, 2, 2)));
  }

  @ParameterizedTest
  @EnumSource(
      value = CellEquivalence.class,
      names = {"NONE", "PUBLISHED"})
  void thatOfCellsIsTheLeastOfAllThatBeginSo(CellEquivalence equivalence) {
    assertExact(
        new NasBench201SearchSpace(
            new NasBench201Settings(3, 2, equivalence), Optional.of(Datasets.pictures(5, 6, 1))));
  }
}
