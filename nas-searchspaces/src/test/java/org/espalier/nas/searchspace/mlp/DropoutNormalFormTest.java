package org.espalier.nas.searchspace.mlp;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.espalier.nas.api.network.Activation;
import org.espalier.nas.api.network.Dropout;
import org.espalier.nas.api.network.LayerSpec;
import org.espalier.nas.api.space.Architecture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class DropoutNormalFormTest {

  @Test
  void nothingIsIsomorphicInThePublishedSpace() {
    MlpSearchSpace space = space(List.of(0.2), 2, 7, null);

    assertThat(space.enumerate()).allMatch(a -> space.canonical(a).equals(a));
  }

  @Test
  void theOrderOfDropoutsInARowDoesNotMatter() {
    MlpSearchSpace space = space(List.of(0.5, 0.2), 2, 5, null);

    // 1 and 2 are the hidden layers, 3 is dropout(0.5), 4 dropout(0.2), 5 the output layer.
    assertThat(canonical(space, 1, 4, 3, 5)).containsExactly(1, 3, 4, 5);
    assertThat(canonical(space, 1, 4, 2, 3, 5)).containsExactly(1, 4, 2, 3, 5);
  }

  @Test
  void dropoutsInARowMergeWhereTheirEffectIsARate() {
    MlpSearchSpace space = space(List.of(0.5, 0.75), 2, 6, null);

    // Half of a half is a quarter: dropout(0.75).
    assertThat(canonical(space, 1, 3, 3, 5)).containsExactly(1, 4, 5);
    assertThat(canonical(space, 1, 3, 2, 3, 5)).containsExactly(1, 3, 2, 3, 5);
    assertThat(canonical(space, 1, 3, 3, 3, 5)).containsExactly(1, 3, 4, 5);
  }

  @Test
  void sharesAreComparedAsDecimalNumbers() {
    MlpSearchSpace space = space(List.of(0.1, 0.19), 2, 5, null);

    // 0.9 · 0.9 = 0.81 does not hold in binary floating point.
    assertThat(canonical(space, 1, 3, 3, 5)).containsExactly(1, 4, 5);
  }

  @Test
  void aRateOfZeroIsLeftOut() {
    MlpSearchSpace space = space(List.of(0.0), 2, 5, null);

    assertThat(canonical(space, 1, 3, 2, 3, 4)).containsExactly(1, 2, 4);
  }

  @Test
  void noArchitectureIsShortenedOutOfTheSpace() {
    assertThat(canonical(space(List.of(0.0), 4, 5, null), 1, 2, 3, 4)).containsExactly(1, 2, 3, 4);
    // Without the pair at 2 and 3, the dropout at 5 would stand at 4, where none may.
    assertThat(canonical(space(List.of(0.5, 0.75), 2, 7, List.of(2, 3, 5)), 1, 3, 3, 2, 3, 5))
        .containsExactly(1, 3, 3, 2, 3, 5);
  }

  static Stream<Arguments> spaces() {
    return Stream.of(
        Arguments.of(List.of(0.5, 0.75), 2, null),
        Arguments.of(List.of(0.75, 0.5), 4, null),
        Arguments.of(List.of(0.5, 0.0, 0.75), 4, null),
        Arguments.of(List.of(0.2, 0.36, 0.488), 2, List.of(3, 4, 5)),
        Arguments.of(List.of(0.5, 0.75), 2, List.of(2, 3, 5, 6)));
  }

  /** The representative is compared with all architectures of the same meaning. */
  @ParameterizedTest
  @MethodSource("spaces")
  void theRepresentativeIsTheShortestAndFirstOfItsMeaning(
      List<Double> rates, int minLength, List<Integer> positions) {
    MlpSearchSpace space = space(rates, minLength, 7, positions);
    Map<String, List<Architecture>> byMeaning =
        space.enumerate().collect(Collectors.groupingBy(a -> meaning(space, a)));

    assertThat(byMeaning.values()).anyMatch(same -> same.size() > 1);
    assertThat(byMeaning.values())
        .allSatisfy(
            same -> {
              Architecture first =
                  same.stream().min(Comparator.comparingInt(Architecture::size)).orElseThrow();
              assertThat(same).allMatch(a -> space.canonical(a).equals(first));
            });
  }

  private static String meaning(MlpSearchSpace space, Architecture architecture) {
    StringBuilder meaning = new StringBuilder();
    BigDecimal keep = BigDecimal.ONE;
    for (LayerSpec layer : space.lower(architecture).layers()) {
      if (layer instanceof Dropout dropout) {
        keep = keep.multiply(BigDecimal.ONE.subtract(new BigDecimal("" + dropout.rate())));
      } else {
        meaning.append(keep.setScale(30).toPlainString()).append(layer.label());
        keep = BigDecimal.ONE;
      }
    }
    return meaning.toString();
  }

  private static int[] canonical(MlpSearchSpace space, int... ids) {
    return space.vocabulary().encode(space.canonical(space.vocabulary().decode(ids)));
  }

  private static MlpSearchSpace space(
      List<Double> rates, int minLength, int maxLength, List<Integer> positions) {
    MlpSettings settings =
        new MlpSettings(
            List.of(8, 16), List.of(Activation.RELU), rates, minLength, maxLength, positions);
    return new MlpSearchSpace(settings, Datasets.wine());
  }
}
