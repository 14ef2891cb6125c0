package org.espalier.nas.data.prepare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.espalier.nas.api.InvalidDataException;
import org.espalier.nas.api.data.Dataset;
import org.espalier.nas.api.data.Feature;
import org.espalier.nas.api.data.Finding;
import org.espalier.nas.api.data.Part;
import org.espalier.nas.api.data.Task;
import org.espalier.nas.api.random.RandomStreams;
import org.espalier.nas.data.Described;
import org.espalier.nas.data.table.NumericColumn;
import org.espalier.nas.data.table.RawTable;
import org.espalier.nas.data.table.TextColumn;
import org.espalier.nas.testkit.DatasetContract;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class DatasetBuilderTest {
  private static final int ROWS = 60;
  private static final Preparation STANDARD = Preparation.standard();

  private static double[] numbers(int factor) {
    return IntStream.range(0, ROWS).mapToDouble(i -> i * factor % ROWS).toArray();
  }

  private static List<String> texts(String... values) {
    return IntStream.range(0, ROWS).mapToObj(i -> values[i * 7 % 11 % values.length]).toList();
  }

  private static DatasetBuilder weather() {
    return DatasetBuilder.named("weather")
        .numbers("temperature", numbers(37))
        .texts("site", texts("town", "forest", "meadow"))
        .texts("sky", texts("clear", "cloudy"));
  }

  private static Dataset built(DatasetBuilder builder) {
    return builder.build(STANDARD, new RandomStreams(1));
  }

  @Nested
  class Contract extends DatasetContract {
    @Override
    protected Dataset dataset() {
      return built(weather());
    }

    @Override
    protected Optional<Dataset> another() {
      return Optional.of(weather().build(STANDARD, new RandomStreams(2)));
    }
  }

  @Test
  void valuesInMemoryArePreparedAsATable() {
    RawTable table =
        RawTable.generated(
            "weather",
            List.of(
                new NumericColumn("temperature", numbers(37)),
                TextColumn.of("site", texts("town", "forest", "meadow")),
                TextColumn.of("sky", texts("clear", "cloudy"))));
    Dataset expected =
        PreparedDataset.of(
            RawData.of("weather", table, "sky", LabelRule.plain()), STANDARD, new RandomStreams(1));

    assertThat(built(weather()).info()).isEqualTo(expected.info());
    assertThat(built(weather()).audit()).isEqualTo(expected.audit());
  }

  @Test
  void aMatrixIsAColumnForEachName() {
    double[][] rows = new double[ROWS][];
    Arrays.setAll(rows, i -> new double[] {i, -i});
    DatasetBuilder builder = DatasetBuilder.named("m").numbers(List.of("a", "b"), rows);
    Dataset dataset = built(builder.texts("y", texts("p", "q")));
    rows[0][0] = Double.NaN;

    assertThat(Described.features(dataset)).extracting(Feature::name).containsExactly("a", "b");
    assertThat(built(builder).info()).as("a copy of the values").isEqualTo(dataset.info());
  }

  @Test
  void changedValuesHaveAnotherHash() {
    double[] changed = numbers(37);
    changed[5] += 1e-3;
    DatasetBuilder other =
        DatasetBuilder.named("weather")
            .numbers("temperature", changed)
            .texts("site", texts("town", "forest", "meadow"))
            .texts("sky", texts("clear", "cloudy"));

    assertThat(built(other).info().hash()).isNotEqualTo(built(weather()).info().hash());
  }

  @Test
  void theLabelTaskAndClassesCanBeSet() {
    assertThat(built(weather().label("temperature")).info().task())
        .isInstanceOf(Task.Regression.class);
    assertThat(
            built(weather().label("temperature").bins(Map.of("cold", "..29", "warm", "30..")))
                .info()
                .task())
        .isInstanceOf(Task.Classification.class);
    assertThat(built(weather().classNames(Map.of("clear", "sun"))).info().task())
        .isEqualTo(new Task.Classification("sky", List.of("sun", "cloudy")));
    DatasetBuilder few = DatasetBuilder.named("few").numbers("x", numbers(7));
    few.numbers("y", IntStream.range(0, ROWS).mapToDouble(i -> i % 3).toArray());
    assertThat(built(few).info().task()).isInstanceOf(Task.Classification.class);
    assertThat(built(few.task(TaskChoice.REGRESSION)).info().task())
        .isInstanceOf(Task.Regression.class);
  }

  @Test
  void theLastRowsCanBeTheTestPart() {
    assertThat(built(weather().testFrom(50)).examples(Part.TEST).size()).isEqualTo(10);
    assertThat(built(weather().testFrom(ROWS)).examples(Part.TEST).size()).isEqualTo(12);
  }

  @Test
  void missingValuesAreTreatedAsThePreparationStates() {
    double[] values = numbers(37);
    values[3] = Double.NaN;
    List<@Nullable String> sites = new ArrayList<>(texts("town", "forest"));
    sites.set(4, null);
    DatasetBuilder builder = DatasetBuilder.named("gaps").numbers("x", values).texts("site", sites);
    builder.texts("y", texts("p", "q"));

    assertThatThrownBy(() -> built(builder))
        .isInstanceOf(InvalidDataException.class)
        .hasMessageContaining("gaps, row 4: x is missing");
    Dataset imputed = builder.build(STANDARD.with(MissingValues.IMPUTE), new RandomStreams(1));
    assertThat(imputed.audit()).extracting(Finding::kind).contains(Finding.Kind.MISSING_VALUES);
  }

  @Test
  void errorsNameRowColumnAndValue() {
    fails(
        () -> DatasetBuilder.named("w").numbers("x", new double[] {1, Double.NEGATIVE_INFINITY}),
        "w, row 2: x (-Infinity) must be finite, or NaN if it is missing.");
    fails(
        () -> DatasetBuilder.named("w").numbers("x", new double[2]).numbers("z", new double[3]),
        "w: column z has 3 values; it must have 2, as column x has.");
    fails(
        () -> DatasetBuilder.named("w").numbers(List.of("a", "b"), new double[][] {{1, 2}, {3}}),
        "w, row 2: the row has 1 values; it must have 2, one for each of [a, b].");
    fails(() -> built(DatasetBuilder.named("w")), "w has no rows; a data set needs some.");
    fails(
        () -> built(DatasetBuilder.named("w").numbers("x", new double[0])),
        "w has no rows; a data set needs some.");
    fails(
        () -> built(weather().testFrom(61)),
        "weather: the test part begins at row index 61; it must lie in [1, 60].");
    fails(
        () -> built(weather().label("skye")),
        "weather has no column skye. Did you mean sky? Its columns are temperature, site, sky.");
    fails(
        () -> built(DatasetBuilder.named("w").numbers("x", numbers(7))),
        "w has no column but the label x; a prediction needs features.");
  }

  private static void fails(Runnable call, String message) {
    assertThatThrownBy(call::run).isInstanceOf(InvalidDataException.class).hasMessage(message);
  }
}
