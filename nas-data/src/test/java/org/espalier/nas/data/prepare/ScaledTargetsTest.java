package org.espalier.nas.data.prepare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.function.IntToDoubleFunction;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.espalier.nas.api.InvalidDataException;
import org.espalier.nas.api.data.Dataset;
import org.espalier.nas.api.data.Examples;
import org.espalier.nas.api.data.Part;
import org.espalier.nas.api.data.TargetScale;
import org.espalier.nas.api.data.TargetScale.Kind;
import org.espalier.nas.api.data.Task;
import org.espalier.nas.api.random.RandomStreams;
import org.espalier.nas.data.table.NumericColumn;
import org.espalier.nas.data.table.RawTable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScaledTargetsTest {
  private static final int ROWS = 200;

  @ParameterizedTest
  @ValueSource(doubles = {3500, 1e-6, 1e-200, 1e30})
  void theTrainingPartIsStandardisedByDefault(double factor) {
    Dataset data = prepare(Kind.STANDARDIZE, i -> factor * (i + 1.5));
    double[] training = targets(data, Part.TRAINING);

    assertThat(mean(training)).isCloseTo(0, within(1e-6));
    assertThat(Math.sqrt(mean(DoubleStream.of(training).map(t -> t * t).toArray())))
        .isCloseTo(1, within(1e-6));
    assertThat(Math.abs(mean(targets(data, Part.TEST)))).isGreaterThan(1e-3);
    assertThat(Preparation.standard().targets()).isEqualTo(new TargetPreparation(Kind.STANDARDIZE));
  }

  @ParameterizedTest
  @ValueSource(strings = {"STANDARDIZE", "NONE", "LOG"})
  void theScaleGivesTheValuesOfTheDataBack(Kind kind) {
    Dataset data = prepare(kind, i -> 1e6 + i + 0.25);
    TargetScale scale = scale(data);
    for (Part part : Part.values()) {
      Examples examples = data.examples(part);
      for (int i = 0; i < examples.size(); i++) {
        double value = scale.value(examples.target(i));
        assertThat(value - 0.25)
            .isCloseTo(Math.rint(value - 0.25), within(kind == Kind.NONE ? 0.26 : 1e-3));
        assertThat(scale.scaled(value)).isCloseTo(examples.target(i), within(1e-6 * value));
      }
    }
    assertThat(scale.kind()).isEqualTo(kind);
  }

  @Test
  void logarithmsAreStandardised() {
    double[] training = targets(prepare(Kind.LOG, i -> Math.exp(i % 40 + 0.5)), Part.TRAINING);

    assertThat(mean(training)).isCloseTo(0, within(1e-6));
    assertThat(DoubleStream.of(training).max().orElseThrow()).isLessThan(2);
  }

  @Test
  void aTargetWithoutLogarithmIsNamedWithItsRow() {
    assertThatThrownBy(() -> prepare(Kind.LOG, i -> i == 17 ? 0 : i + 0.5))
        .isInstanceOf(InvalidDataException.class)
        .hasMessage(
            "t, row 18: y (0) must be positive, because prepare.targets.scaling is log. Set it to"
                + " standardize, or remove the row.");
    assertThatThrownBy(() -> prepare(Kind.LOG, i -> i - 150.5))
        .hasMessageStartingWith("t, row 1: y (-150.5) must be positive");
  }

  @Test
  void aConstantTargetIsShiftedOnly() {
    Dataset data = prepare(Kind.STANDARDIZE, i -> 7.5);

    assertThat(scale(data)).isEqualTo(new TargetScale(Kind.STANDARDIZE, 7.5, 1));
    assertThat(targets(data, Part.TRAINING)).containsOnly(0);
  }

  @Test
  void classesAreNotScaled() {
    Dataset data = prepare(Kind.STANDARDIZE, i -> i % 3);

    assertThat(data.info().task()).isEqualTo(new Task.Classification("y", List.of("0", "1", "2")));
    assertThat(targets(data, Part.TRAINING)).containsOnly(0, 1, 2);
    assertThat(prepare(Kind.NONE, i -> i % 3).info().hash()).isEqualTo(data.info().hash());
  }

  @Test
  void theHashOfARegressionDependsOnTheScale() {
    String once = prepare(Kind.STANDARDIZE, i -> i + 0.5).info().hash();

    assertThat(prepare(Kind.STANDARDIZE, i -> i + 0.5).info().hash()).isEqualTo(once);
    assertThat(prepare(Kind.STANDARDIZE, i -> 2 * (i + 0.5)).info().hash()).isNotEqualTo(once);
  }

  private static Dataset prepare(Kind scaling, IntToDoubleFunction target) {
    RawTable table =
        RawTable.generated("t", List.of(numbers("x", i -> i * 31 % 97), numbers("y", target)));
    return PreparedDataset.of(
        RawData.of("t", table, "y", new LabelRule(TaskChoice.AUTO, Map.of(), Map.of())),
        Preparation.standard().with(new TargetPreparation(scaling)),
        new RandomStreams(1));
  }

  private static NumericColumn numbers(String name, IntToDoubleFunction value) {
    return new NumericColumn(name, IntStream.range(0, ROWS).mapToDouble(value).toArray());
  }

  private static TargetScale scale(Dataset data) {
    return ((Task.Regression) data.info().task()).scale();
  }

  private static double[] targets(Dataset data, Part part) {
    Examples examples = data.examples(part);
    return IntStream.range(0, examples.size()).mapToDouble(examples::target).toArray();
  }

  private static double mean(double[] values) {
    return DoubleStream.of(values).average().orElseThrow();
  }
}
