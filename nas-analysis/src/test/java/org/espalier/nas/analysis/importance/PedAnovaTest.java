package org.espalier.nas.analysis.importance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.espalier.nas.api.space.Categorical;
import org.espalier.nas.api.space.Decision;
import org.espalier.nas.api.space.RealRange;
import org.espalier.nas.api.space.Scale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PedAnovaTest {
  private static final Decision SIDE = new Decision("side", Categorical.of(List.of("a", "b")));
  private static final Decision RATE = new Decision("rate", new RealRange(0, 1, Scale.LINEAR));

  /**
   * Studies and values of Optuna 5.0.0, written by {@code bench/importance/check.py --seed 5
   * --golden}: conditional and changing ranges, ties, infinite values, both directions, four
   * settings.
   */
  @ParameterizedTest
  @MethodSource("studies")
  void equalsOptuna(RecordedStudy study) {
    Importances found = study.settings().importances(study.observations());

    equal(found.values(), study.expected("values"));
    equal(found.shares(), study.expected("shares"));
  }

  @Test
  void prefersTheDecisionThatSeparatesTheBest() {
    Importances found = PedAnova.ofTopTenth().importances(trials(100, number -> number));

    assertThat(found.trials()).isEqualTo(100);
    assertThat(found.top()).isEqualTo(10);
    assertThat(found.values().keySet()).containsExactly("side", "rate");
    assertThat(found.shares().values().stream().mapToDouble(share -> share).sum())
        .isCloseTo(1, within(1e-12));
  }

  @Test
  void hasTheDivergenceOfTheDensities() {
    List<Observation> trials =
        List.of(
            new Observation(0, List.of(new Observation.Answer(SIDE, 0))),
            new Observation(1, List.of(new Observation.Answer(SIDE, 1))));

    Importances found = new PedAnova(0.5, 1, false).importances(trials);

    // One answer, one prior: 0.5 * (0.75, 0.25) + 0.5 * (0.5, 0.5), against (0.5, 0.5).
    double divergence = 2 * 0.5 * 0.25 * 0.25;
    assertThat(found.values().get("side")).isCloseTo(0.25 * divergence, within(1e-12));
  }

  @Test
  void givesEqualSharesIfAllTrialsAreEquallyGood() {
    Importances found = PedAnova.ofTopTenth().importances(trials(100, number -> 0));

    assertThat(found.top()).isEqualTo(found.region()).isEqualTo(100);
    assertThat(found.values()).containsOnlyKeys("side", "rate").containsValue(0.0);
    assertThat(found.shares()).isEqualTo(Map.of("side", 0.5, "rate", 0.5));
  }

  @Test
  void leavesOutTrialsWithoutAFiniteLoss() {
    List<Observation> trials = new ArrayList<>(trials(50, number -> number));
    Importances without = PedAnova.ofTopTenth().importances(trials);
    trials.add(new Observation(Double.NEGATIVE_INFINITY, List.of(new Observation.Answer(RATE, 1))));
    trials.add(new Observation(Double.NaN, List.of(new Observation.Answer(RATE, 0))));

    assertThat(PedAnova.ofTopTenth().importances(trials)).isEqualTo(without);
  }

  @Test
  void isZeroForASingleTrial() {
    Importances found = PedAnova.ofTopTenth().importances(trials(1, number -> number));

    assertThat(found.top()).isZero();
    assertThat(found.values()).isEqualTo(Map.of("side", 0.0, "rate", 0.0));
    assertThat(PedAnova.ofTopTenth().importances(List.of()).shares()).isEmpty();
  }

  @Test
  void refusesQuantilesOutOfOrderAndUnknownOptions() {
    assertThatThrownBy(() -> new PedAnova(0.5, 0.5, true))
        .hasMessage("0 < targetQuantile (0.5) < regionQuantile (0.5) <= 1 must hold.");
    List<Observation> unknown =
        IntStream.range(0, 2)
            .mapToObj(i -> new Observation(i, List.of(new Observation.Answer(SIDE, 2))))
            .toList();
    assertThatThrownBy(() -> PedAnova.ofTopTenth().importances(unknown))
        .hasMessageContaining("The option 2.0 is not among the 2 options");
  }

  static Stream<RecordedStudy> studies() throws IOException {
    try (InputStream file =
        Objects.requireNonNull(PedAnovaTest.class.getResourceAsStream("optuna-studies.jsonl"))) {
      List<RecordedStudy> studies = new ArrayList<>();
      for (String line : new String(file.readAllBytes(), StandardCharsets.UTF_8).lines().toList()) {
        studies.add(RecordedStudy.of(line));
      }
      return studies.stream();
    }
  }

  private static void equal(Map<String, Double> found, Map<String, Double> expected) {
    assertThat(found).containsOnlyKeys(expected.keySet());
    expected.forEach(
        (decision, value) ->
            assertThat(found.get(decision)).as(decision).isCloseTo(value, within(1e-9)));
  }

  /** Returns trials whose first half answers side a, with evenly spread rates. */
  private static List<Observation> trials(int count, IntToDoubleFunction loss) {
    return IntStream.range(0, count)
        .mapToObj(
            number ->
                new Observation(
                    loss.applyAsDouble(number),
                    List.of(
                        new Observation.Answer(RATE, number * 0.6180339887 % 1),
                        new Observation.Answer(SIDE, number < count / 2 ? 0 : 1))))
        .toList();
  }
}
