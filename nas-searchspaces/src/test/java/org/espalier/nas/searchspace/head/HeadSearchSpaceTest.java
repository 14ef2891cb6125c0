package org.espalier.nas.searchspace.head;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.espalier.nas.searchspace.head.HeadSearchSpaceContractTest.settings;

import java.math.BigInteger;
import java.util.List;
import org.espalier.nas.api.InvalidSettingException;
import org.espalier.nas.api.space.Scale;
import org.espalier.nas.searchspace.hyperparameters.CategoricalParameter;
import org.espalier.nas.searchspace.hyperparameters.Parameter;
import org.espalier.nas.searchspace.hyperparameters.RealParameter;
import org.espalier.nas.searchspace.mlp.Datasets;
import org.junit.jupiter.api.Test;

class HeadSearchSpaceTest {
  private static final Parameter RATES =
      new CategoricalParameter(List.of("0.0", "0.5"), true, null);

  @Test
  void theBooksHeadIsFlattenDropoutSoftmax() {
    HeadSearchSpace space =
        new HeadSearchSpace(
            settings(
                List.of("flatten"),
                List.of("0"),
                new RealParameter(0.1, 0.8, 0.1, Scale.LINEAR, null)),
            Datasets.pictures(9, 9, 2048));

    assertThat(space.count()).contains(BigInteger.valueOf(8));
    assertThat(space.enumerate().map(head -> space.lower(head).toString()))
        .hasSize(8)
        .contains("[flatten, dropout(0.7), (3, softmax)]");
    assertThat(space.lower(space.enumerate().findFirst().orElseThrow()).parameters())
        .isEqualTo(9 * 9 * 2048 * 3 + 3);
  }

  @Test
  void allPropertiesAreDecidedIfTheyHaveSeveralValues() {
    HeadSearchSpace space =
        new HeadSearchSpace(
            settings(List.of("flatten", "global"), List.of("0", "16"), RATES),
            Datasets.pictures(2, 2, 5));

    assertThat(space.enumerate().map(head -> space.lower(head).toString()))
        .hasSize(8)
        .contains(
            "[flatten, (3, softmax)]",
            "[global-average-pool, dropout(0.5), (16, relu), dropout(0.5), (3, softmax)]");
  }

  @Test
  void featuresInARowAreNotPooled() {
    HeadSearchSpace space =
        new HeadSearchSpace(
            settings(List.of("flatten", "global"), List.of("0"), RATES), Datasets.wine());

    assertThat(space.enumerate().map(head -> space.lower(head).toString()))
        .containsExactly("[(3, softmax)]", "[dropout(0.5), (3, softmax)]");
  }

  @Test
  void valuesOutOfRangeAreRefused() {
    assertThatThrownBy(() -> settings(List.of("max"), List.of("0"), RATES))
        .isInstanceOf(InvalidSettingException.class)
        .hasMessage("pooling (max) must be flatten or global.");
    assertThatThrownBy(() -> settings(List.of("global"), List.of("-1"), RATES))
        .hasMessageContaining("units (-1)");
    assertThatThrownBy(
            () ->
                settings(
                    List.of("global"),
                    List.of("0"),
                    new RealParameter(0.5, 1, null, Scale.LINEAR, null)))
        .hasMessageContaining("dropout (1.0)");
  }
}
