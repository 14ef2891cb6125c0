package org.espalier.nas.data.prepare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.IntToDoubleFunction;
import java.util.random.RandomGenerator;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.espalier.nas.api.InvalidDataException;
import org.espalier.nas.api.data.Dataset;
import org.espalier.nas.api.data.Examples;
import org.espalier.nas.api.data.Feature;
import org.espalier.nas.api.data.Part;
import org.espalier.nas.api.random.RandomStreams;
import org.espalier.nas.data.Described;
import org.espalier.nas.data.table.Column;
import org.espalier.nas.data.table.NumericColumn;
import org.espalier.nas.data.table.RawTable;
import org.espalier.nas.data.table.TextColumn;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PreparedDatasetTest {
  private static final Preparation STANDARD = Preparation.standard();

  static IntStream seeds() {
    return IntStream.range(0, 20);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void standardisingGivesTheTrainingPartMeanZeroAndDeviationOne(int seed) {
    Dataset dataset = prepare(randomTable(seed), STANDARD, seed);
    Examples training = dataset.examples(Part.TRAINING);
    for (int feature = 0; feature < 2; feature++) {
      double[] values = column(training, feature);
      double mean = DoubleStream.of(values).average().orElseThrow();
      double variance =
          DoubleStream.of(values).map(v -> (v - mean) * (v - mean)).average().orElseThrow();
      assertThat(mean).isCloseTo(0, within(1e-5));
      assertThat(variance).isCloseTo(1, within(1e-4));
      double others =
          DoubleStream.of(column(dataset.examples(Part.TEST), feature)).average().orElseThrow();
      assertThat(others).isNotCloseTo(0, within(1e-7));
    }
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void minMaxGivesTheTrainingPartZeroToOne(int seed) {
    Dataset dataset = prepare(randomTable(seed), STANDARD.with(Scaling.MIN_MAX), seed);
    double[] values = column(dataset.examples(Part.TRAINING), 0);
    assertThat(DoubleStream.of(values).min()).hasValue(0);
    assertThat(DoubleStream.of(values).max()).hasValue(1);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void featuresTellHowToPrepareTheRawValues(int seed) {
    RawTable table = randomTable(seed);
    Dataset dataset = prepare(table, STANDARD, seed);
    Feature feature = Described.features(dataset).get(0);
    NumericColumn raw = (NumericColumn) table.column("big");
    HashSet<Float> expected = new HashSet<>();
    for (int row = 0; row < table.rows(); row++) {
      expected.add((float) ((raw.value(row) - feature.shift()) / feature.scale()));
    }
    for (Part part : Part.values()) {
      for (double value : column(dataset.examples(part), 0)) {
        assertThat(expected).contains((float) value);
      }
    }
  }

  @Test
  void theHashSaysWhetherTheExamplesAreTheSame() {
    String hash = prepare(randomTable(1), STANDARD, 1).info().hash();
    assertThat(hash).matches("[0-9a-f]{64}");
    assertThat(prepare(randomTable(1), STANDARD, 1).info().hash()).isEqualTo(hash);
    assertThat(prepare(randomTable(1), STANDARD, 2).info().hash()).isNotEqualTo(hash);
    assertThat(prepare(randomTable(2), STANDARD, 1).info().hash()).isNotEqualTo(hash);
    assertThat(prepare(randomTable(1), STANDARD.with(Scaling.NONE), 1).info().hash())
        .isNotEqualTo(hash);
  }

  @Test
  void aSplitWithASeedDoesNotFollowTheStudy() {
    Preparation fixed = STANDARD.with(Split.random(0.1, 0.2, true, 5L));
    assertThat(prepare(randomTable(1), fixed, 1).info().hash())
        .isEqualTo(prepare(randomTable(1), fixed, 2).info().hash());
  }

  @Test
  void categoriesAreOneHotAndUnknownOnesAllZero() {
    List<String> kinds = new ArrayList<>();
    IntStream.range(0, 60).forEach(i -> kinds.add(i < 50 ? (i % 2 == 0 ? "a" : "b") : "new"));
    RawTable table =
        table(TextColumn.of("kind", kinds), numbers("x", 60, i -> i), numbers("y", 60, i -> i % 2));
    RawData raw = new RawData("t", table, List.of("y"), LabelRule.plain(), 50, Set.of());
    Dataset dataset = PreparedDataset.of(raw, STANDARD, new RandomStreams(1));
    assertThat(Described.features(dataset))
        .extracting(Feature::name, Feature::column, Feature::category)
        .containsExactly(
            tuple("kind=a", "kind", "a"), tuple("kind=b", "kind", "b"), tuple("x", "x", null));
    assertThat(column(dataset.examples(Part.TEST), 0)).containsOnly(0);
    assertThat(column(dataset.examples(Part.TEST), 1)).containsOnly(0);
    Examples training = dataset.examples(Part.TRAINING);
    for (int i = 0; i < training.size(); i++) {
      assertThat(training.features().get(3 * i) + training.features().get(3 * i + 1)).isEqualTo(1);
    }
  }

  @Test
  void missingValuesAreAnErrorUnlessSaidOtherwise() {
    assertThatThrownBy(() -> prepare(withGaps(), STANDARD, 1))
        .isInstanceOf(InvalidDataException.class)
        .hasMessage(
            "t, row 3: x is missing; 10 of 100 values of the column are. Set prepare.missing to"
                + " drop or impute, or drop the column.");
    Dataset dropped = prepare(withGaps(), STANDARD.with(MissingValues.DROP), 1);
    assertThat(total(dropped)).isEqualTo(85);
    assertThat(Described.features(dropped)).extracting(Feature::missing).containsOnlyNulls();
  }

  @Test
  void imputedAreTheMeanAndTheMostFrequentCategoryOfTheTrainingPart() {
    Preparation impute =
        STANDARD.with(MissingValues.IMPUTE).with(Scaling.NONE).with(Duplicates.KEEP);
    Dataset dataset = prepare(withGaps(), impute, 1);
    assertThat(total(dataset)).isEqualTo(100);
    Feature x = Described.features(dataset).get(0);
    double[] present =
        DoubleStream.of(column(dataset.examples(Part.TRAINING), 0))
            .filter(value -> value == Math.rint(value) && value != x.missing())
            .toArray();
    assertThat(x.missing())
        .isCloseTo(DoubleStream.of(present).average().orElseThrow(), within(0.5));
    assertThat(DoubleStream.of(column(dataset.examples(Part.TRAINING), 0)).average().orElseThrow())
        .isCloseTo(x.missing(), within(1e-4));
    assertThat(Described.features(dataset))
        .filteredOn(feature -> "kind".equals(feature.column()))
        .extracting(Feature::category, Feature::missing)
        .containsExactly(tuple("often", 1.0), tuple("rare", 0.0));
    Examples all = dataset.examples(Part.TRAINING);
    for (int i = 0; i < all.size(); i++) {
      assertThat(all.features().get(3 * i + 1) + all.features().get(3 * i + 2)).isEqualTo(1);
    }
  }

  @Test
  void repeatedRowsAreDroppedOnRequest() {
    RawTable table =
        table(
            numbers("x", 100, i -> i % 50),
            numbers("z", 100, i -> 0),
            numbers("y", 100, i -> i % 2));
    assertThat(total(prepare(table, STANDARD, 1))).isEqualTo(100);
    assertThat(total(prepare(table, STANDARD.with(Duplicates.DROP), 1))).isEqualTo(50);
  }

  @Test
  void repeatedRowsStayTogetherOnRequest() {
    RawTable table = table(numbers("x", 200, i -> i % 50), numbers("y", 200, i -> i % 2));
    Dataset dataset = prepare(table, STANDARD.with(Duplicates.TOGETHER).with(Scaling.NONE), 1);

    assertThat(total(dataset)).isEqualTo(200);
    assertThat(dataset.info().sizes())
        .containsEntry(Part.VALIDATION, 20)
        .containsEntry(Part.TEST, 40);
    for (Part part : Part.values()) {
      for (double value : column(dataset.examples(part), 0)) {
        assertThat(DoubleStream.of(column(dataset.examples(part), 0)).filter(x -> x == value))
            .hasSize(4);
      }
    }
  }

  @Test
  void aConstantColumnBecomesZero() {
    RawTable table = table(numbers("x", 40, i -> 0.1), numbers("y", 40, i -> i % 2));
    for (Scaling scaling : List.of(Scaling.STANDARDIZE, Scaling.MIN_MAX)) {
      Dataset dataset = prepare(table, STANDARD.with(scaling), 1);
      assertThat(DoubleStream.of(column(dataset.examples(Part.TRAINING), 0)).boxed())
          .allSatisfy(value -> assertThat(value).isCloseTo(0, within(1e-7)));
      assertThat(Described.features(dataset).get(0).scale()).isEqualTo(1);
    }
  }

  @Test
  void valuesBeyondSinglePrecisionAreNamed() {
    RawTable table = table(numbers("x", 40, i -> 1e39 + i * 1e38), numbers("y", 40, i -> i % 2));
    assertThatThrownBy(() -> prepare(table, STANDARD.with(Scaling.NONE), 1))
        .isInstanceOf(InvalidDataException.class)
        .hasMessageMatching(
            "t, row \\d+: x \\(.*\\) is too large for single precision; set prepare.scaling or drop"
                + " the column\\.");
    assertThat(Described.features(prepare(table, STANDARD, 1))).hasSize(1);
  }

  @Test
  void tooManyCategoriesAreRefused() {
    RawTable table =
        table(
            TextColumn.of("id", IntStream.range(0, 200).mapToObj(i -> "k" + i).toList()),
            numbers("y", 200, i -> i % 2));
    assertThatThrownBy(() -> prepare(table, STANDARD, 1))
        .isInstanceOf(InvalidDataException.class)
        .hasMessage(
            "id of t has 140 categories in the training part; they must be 1 to"
                + " prepare.maximumCategories (100). Set prepare.encode to {id: {type: hashing}}"
                + " or {id: {type: frequency}}, set prepare.rare to other, raise the maximum, or"
                + " drop the column.");
  }

  @Test
  void theRarestCategoriesBecomeOne() {
    List<String> names =
        IntStream.range(0, 200)
            .mapToObj(i -> i % 2 == 0 ? "often" : i % 4 == 1 ? "(other)" : "k" + i)
            .toList();
    RawTable table = table(TextColumn.of("id", names), numbers("y", 200, i -> i / 4 % 2));
    Preparation few = STANDARD.with(3, RareCategories.OTHER).with(MissingValues.IMPUTE);
    Dataset dataset = prepare(table, few, 1);
    assertThat(Described.features(dataset))
        .containsExactly(
            new Feature("id=(other)", "id", "(other)", 0, 1, 0.0),
            new Feature("id=often", "id", "often", 0, 1, 1.0),
            new Feature("id=((other))", "id", "((other))", 0, 1, 0.0));
    int[] sums = new int[3];
    for (Part part : Part.values()) {
      FloatBuffer values = dataset.examples(part).features();
      for (int i = 0; values.hasRemaining(); i++) {
        sums[i % 3] += (int) values.get();
      }
    }
    assertThat(sums).containsExactly(50, 100, 50);
  }

  private static RawTable withGaps() {
    List<String> kinds = new ArrayList<>();
    IntStream.range(0, 100)
        .forEach(i -> kinds.add(i % 20 == 7 ? null : i % 3 == 0 ? "rare" : "often"));
    return table(
        numbers("x", 100, i -> i % 10 == 2 ? Double.NaN : i),
        TextColumn.of("kind", kinds),
        numbers("y", 100, i -> i < 50 ? 0 : 1));
  }

  private static RawTable randomTable(int seed) {
    RandomGenerator random = new SplittableRandom(seed);
    int rows = 80 + random.nextInt(100);
    double[] label = random.ints(rows, 0, 3).asDoubleStream().toArray();
    return table(
        new NumericColumn("big", random.doubles(rows).map(value -> 1e4 + 300 * value).toArray()),
        new NumericColumn("small", random.doubles(rows).map(value -> 1e-3 * value).toArray()),
        new NumericColumn("y", label));
  }

  private static RawTable table(Column... columns) {
    return RawTable.generated("t", Arrays.asList(columns));
  }

  private static NumericColumn numbers(String name, int rows, IntToDoubleFunction value) {
    return new NumericColumn(name, IntStream.range(0, rows).mapToDouble(value).toArray());
  }

  private static Dataset prepare(RawTable table, Preparation preparation, long seed) {
    return PreparedDataset.of(
        RawData.of("t", table, "y", LabelRule.plain()), preparation, new RandomStreams(seed));
  }

  private static int total(Dataset dataset) {
    return dataset.info().sizes().values().stream().mapToInt(Integer::intValue).sum();
  }

  private static double[] column(Examples examples, int feature) {
    FloatBuffer values = examples.features();
    int width = examples.shape().size();
    return IntStream.range(0, examples.size())
        .mapToDouble(i -> values.get(i * width + feature))
        .toArray();
  }
}
