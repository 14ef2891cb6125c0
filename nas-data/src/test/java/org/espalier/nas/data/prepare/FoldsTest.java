package org.espalier.nas.data.prepare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.espalier.nas.api.InvalidDataException;
import org.espalier.nas.api.InvalidSettingException;
import org.espalier.nas.api.data.Dataset;
import org.espalier.nas.api.data.Examples;
import org.espalier.nas.api.data.Feature;
import org.espalier.nas.api.data.Part;
import org.espalier.nas.api.data.Task;
import org.espalier.nas.api.random.RandomStreams;
import org.espalier.nas.data.Described;
import org.espalier.nas.data.table.NumericColumn;
import org.espalier.nas.data.table.RawTable;
import org.espalier.nas.data.table.TextColumn;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class FoldsTest {
  private static final Split PLAIN = Split.random(0.1, 0.2, true, null);
  private static final Split BY_PATIENT =
      new Split(SplitRule.GROUP, "patient", 0.1, 0.2, true, null, null);

  static IntStream seeds() {
    return RandomTables.seeds();
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void foldsPartitionTheRowsOutsideTheTestPart(int seed) {
    RandomTables table = new RandomTables(seed);
    for (Split split : List.of(PLAIN, BY_PATIENT)) {
      int count = 2 + seed % 4;
      Dataset dataset = table.prepare(split.withFolds(count), seed);
      assertThat(dataset.folds()).hasSize(count);
      List<Integer> test = RandomTables.rows(dataset, Part.TEST);
      List<Integer> validated = new ArrayList<>();
      for (Dataset fold : dataset.folds()) {
        assertThat(RandomTables.rows(fold)).containsExactlyInAnyOrderElementsOf(table.allRows());
        assertThat(RandomTables.rows(fold, Part.TEST)).isEqualTo(test);
        validated.addAll(RandomTables.rows(fold, Part.VALIDATION));
      }
      Set<Integer> outside = new HashSet<>(table.allRows());
      outside.removeAll(test);
      assertThat(validated).containsExactlyInAnyOrderElementsOf(outside);
      assertThat(test.size() / (double) table.rows()).isCloseTo(0.2, within(0.05));
    }
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void noGroupIsInTwoPartsOfAFold(int seed) {
    RandomTables table = new RandomTables(seed);
    Dataset dataset = table.prepare(BY_PATIENT.withFolds(3), seed);
    for (Dataset fold : dataset.folds()) {
      Set<String> seen = new HashSet<>();
      for (Part part : Part.values()) {
        Set<String> here = new HashSet<>();
        RandomTables.rows(fold, part).forEach(row -> here.add(table.patient(row)));
        assertThat(here).as("%s", part).isNotEmpty().noneMatch(seen::contains);
        seen.addAll(here);
      }
      assertThat(RandomTables.rows(fold, Part.VALIDATION).size() / (0.8 * table.rows()))
          .isCloseTo(1 / 3.0, within(0.12));
    }
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void classesAndSizesOfFoldsDifferByOneExample(int seed) {
    RandomTables table = new RandomTables(seed);
    Dataset dataset = table.prepare(PLAIN.withFolds(4), seed);
    List<Map<Integer, Long>> counts = new ArrayList<>();
    List<Long> sizes = new ArrayList<>();
    for (Dataset fold : dataset.folds()) {
      Map<Integer, Long> classes = new TreeMap<>();
      List<Integer> rows = RandomTables.rows(fold, Part.VALIDATION);
      rows.forEach(row -> classes.merge(table.label(row), 1L, Long::sum));
      counts.add(classes);
      sizes.add((long) rows.size());
    }
    for (int label = 0; label < 3; label++) {
      int wanted = label;
      assertDifferByOne(counts.stream().map(each -> each.getOrDefault(wanted, 0L)).toList());
    }
    assertDifferByOne(sizes);
  }

  private static void assertDifferByOne(List<Long> counts) {
    long least = counts.stream().mapToLong(Long::longValue).min().orElseThrow();
    assertThat(counts).allMatch(count -> count <= least + 1);
  }

  @Test
  void duplicatesStayTogether() {
    double[] x = IntStream.range(0, 90).mapToDouble(i -> Math.floor(i / 3.0)).toArray();
    double[] y = IntStream.range(0, 90).mapToDouble(i -> Math.floor(i / 3.0) % 2).toArray();
    RawTable table =
        RawTable.generated("t", List.of(new NumericColumn("x", x), new NumericColumn("y", y)));
    Preparation preparation =
        Preparation.standard()
            .with(Scaling.NONE)
            .with(Duplicates.TOGETHER)
            .with(PLAIN.withFolds(3));
    Dataset dataset =
        PreparedDataset.of(
            RawData.of("t", table, "y", LabelRule.plain()), preparation, new RandomStreams(1));
    for (Dataset fold : dataset.folds()) {
      List<Integer> training = RandomTables.rows(fold, Part.TRAINING);
      assertThat(RandomTables.rows(fold, Part.VALIDATION))
          .hasSize(24)
          .doesNotContainAnyElementsOf(training);
    }
  }

  @Test
  void theDataSetHasThePartsOfTheFirstFold() {
    RandomTables table = new RandomTables(1);
    Dataset dataset = table.prepare(PLAIN.withFolds(3), 1);
    Dataset first = dataset.folds().get(0);
    assertThat(RandomTables.rows(dataset)).isEqualTo(RandomTables.rows(first));
    assertThat(dataset.info().sizes()).isEqualTo(first.info().sizes());
    assertThat(dataset.info().hash()).isNotEqualTo(first.info().hash());
    assertThat(table.prepare(PLAIN.withFolds(3), 1).info()).isEqualTo(dataset.info());
    assertThat(table.prepare(PLAIN.withFolds(3), 2).info().hash())
        .isNotEqualTo(dataset.info().hash());
    assertThat(table.prepare(PLAIN, 1).folds()).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void scalesAreThoseOfTheTrainingPartOfTheFold(int seed) {
    RandomTables table = new RandomTables(seed);
    Preparation preparation = Preparation.standard().with(PLAIN.withFolds(3));
    List<Dataset> scaled = table.prepare(preparation, seed).folds();
    List<Dataset> raw = table.prepare(preparation.with(Scaling.NONE), seed).folds();
    Set<Double> shifts = new HashSet<>();
    for (int i = 0; i < 3; i++) {
      double mean =
          RandomTables.rows(raw.get(i), Part.TRAINING).stream()
              .mapToInt(Integer::intValue)
              .average()
              .orElseThrow();
      Feature feature = Described.features(scaled.get(i)).get(0);
      assertThat(feature.shift()).isCloseTo(mean, within(1e-9));
      shifts.add(feature.shift());
    }
    assertThat(shifts).hasSize(3);
  }

  /** Checks that nothing of a row reaches the training examples of the fold that validates it. */
  @Test
  void aChangedRowChangesNoTrainingExamplesOfItsFold() {
    for (int row = 0; row < 12; row++) {
      List<Dataset> before = gaps(-1).folds();
      List<Dataset> after = gaps(row).folds();
      int changed = 0;
      for (int i = 0; i < 4; i++) {
        boolean same =
            columns(before.get(i), Part.TRAINING).equals(columns(after.get(i), Part.TRAINING))
                && targets(before.get(i)).equals(targets(after.get(i)));
        changed += same ? 0 : 1;
      }
      assertThat(changed).as("folds that train on row %d", row).isEqualTo(3);
    }
  }

  /**
   * Returns a regression with missing numbers and categories, of which one row has other values.
   */
  private static Dataset gaps(int changed) {
    double[] x = IntStream.range(0, 12).mapToDouble(i -> i % 5 == 2 ? Double.NaN : i * i).toArray();
    double[] y = IntStream.range(0, 12).mapToDouble(i -> i + 0.5).toArray();
    List<String> kinds = new ArrayList<>();
    IntStream.range(0, 12).forEach(i -> kinds.add(i % 4 == 1 ? null : i % 2 == 0 ? "a" : "b"));
    if (changed >= 0) {
      x[changed] = 1000;
      y[changed] = -77.5;
      kinds.set(changed, "new");
    }
    RawTable table =
        RawTable.generated(
            "t",
            List.of(
                new NumericColumn("x", x),
                TextColumn.of("kind", kinds),
                new NumericColumn("y", y)));
    Preparation preparation =
        Preparation.standard()
            .with(MissingValues.IMPUTE)
            .with(Split.random(0.1, 0, true, 3L).withFolds(4));
    return PreparedDataset.of(
        RawData.of("t", table, "y", new LabelRule(TaskChoice.REGRESSION, Map.of(), Map.of())),
        preparation,
        new RandomStreams(1));
  }

  /** Returns the values of each feature that is not always 0. */
  private static Map<String, List<Float>> columns(Dataset dataset, Part part) {
    Examples examples = dataset.examples(part);
    FloatBuffer features = examples.features();
    int width = examples.shape().size();
    Map<String, List<Float>> columns = new TreeMap<>();
    for (int j = 0; j < width; j++) {
      int feature = j;
      List<Float> values =
          IntStream.range(0, examples.size())
              .mapToObj(i -> features.get(i * width + feature))
              .toList();
      if (values.stream().anyMatch(value -> value != 0)) {
        columns.put(Described.features(dataset).get(j).name(), values);
      }
    }
    return columns;
  }

  private static List<Object> targets(Dataset dataset) {
    Examples examples = dataset.examples(Part.TRAINING);
    Stream<Float> targets = IntStream.range(0, examples.size()).mapToObj(examples::target);
    return List.of(targets.toList(), ((Task.Regression) dataset.info().task()).scale());
  }

  @Test
  void aCategoryOfOneFoldOnlyHasAFeatureInAll() {
    List<String> kinds = new ArrayList<>();
    IntStream.range(0, 40).forEach(i -> kinds.add(i == 7 ? "rare" : i % 2 == 0 ? "z" : "a"));
    RawTable table =
        RawTable.generated(
            "t",
            List.of(
                new NumericColumn("x", IntStream.range(0, 40).asDoubleStream().toArray()),
                TextColumn.of("kind", kinds),
                new NumericColumn("y", IntStream.range(0, 40).mapToDouble(i -> i % 2).toArray())));
    Preparation preparation =
        Preparation.standard()
            .with(Scaling.NONE)
            .with(Split.random(0.1, 0, true, null).withFolds(4));
    Dataset dataset =
        PreparedDataset.of(
            RawData.of("t", table, "y", LabelRule.plain()), preparation, new RandomStreams(1));
    for (Dataset fold : dataset.folds()) {
      assertThat(fold.info().input()).isEqualTo(dataset.info().input());
      List<String> names = Described.features(fold).stream().map(Feature::name).toList();
      assertThat(names).startsWith("x").contains("kind=a", "kind=z", "kind=rare").hasSize(4);
      Map<String, List<Float>> validated = columns(fold, Part.VALIDATION);
      assertThat(validated).doesNotContainKey("kind=rare");
      boolean trains = RandomTables.rows(fold, Part.TRAINING).contains(7);
      assertThat(columns(fold, Part.TRAINING).containsKey("kind=rare")).isEqualTo(trains);
      assertThat(Described.features(fold))
          .filteredOn(feature -> feature.name().equals("kind=rare"))
          .containsExactly(new Feature("kind=rare", "kind", "rare", 0, 1, null));
    }
  }

  @Test
  void theRestOfRareCategoriesIsTheLastFeatureOfAllFolds() {
    List<String> kinds = IntStream.range(0, 60).mapToObj(i -> "k" + i * i % 17).toList();
    RawTable table =
        RawTable.generated(
            "t",
            List.of(
                TextColumn.of("kind", kinds),
                new NumericColumn("y", IntStream.range(0, 60).mapToDouble(i -> i % 2).toArray())));
    Preparation preparation =
        Preparation.standard().with(4, RareCategories.OTHER).with(PLAIN.withFolds(5));
    Dataset dataset =
        PreparedDataset.of(
            RawData.of("t", table, "y", LabelRule.plain()), preparation, new RandomStreams(2));
    for (Dataset fold : dataset.folds()) {
      List<String> names = Described.features(fold).stream().map(Feature::name).toList();
      assertThat(names).hasSizeGreaterThanOrEqualTo(4).doesNotHaveDuplicates();
      assertThat(names.subList(0, names.size() - 1)).doesNotContain("kind=(other)");
      assertThat(names).endsWith("kind=(other)");
      FloatBuffer features = fold.examples(Part.VALIDATION).features();
      for (int i = 0; i < fold.examples(Part.VALIDATION).size(); i++) {
        float sum = 0;
        for (int j = 0; j < names.size(); j++) {
          sum += features.get(i * names.size() + j);
        }
        assertThat(sum).isEqualTo(1);
      }
    }
  }

  @Test
  void impossibleFoldsAreErrors() {
    assertThatThrownBy(() -> PLAIN.withFolds(1))
        .isInstanceOf(InvalidSettingException.class)
        .hasMessageContaining("folds (1)");
    assertThatThrownBy(() -> new Split(SplitRule.DATE, "time", 0.1, 0.2, true, null, 5))
        .isInstanceOf(InvalidSettingException.class)
        .hasMessage(
            "folds (5) cannot be used with by (date): networks would be trained on rows newer than"
                + " those they are measured on. Remove folds, or set by to random or group.");
    assertThat(new Split(SplitRule.RANDOM, null, 0.1, 0.95, true, null, 5).folds()).isEqualTo(5);
    int[] labels = new int[8];
    assertThatThrownBy(
            () -> new Partition(PLAIN.withFolds(7), new SplittableRandom(1)).divisions(labels, 8))
        .isInstanceOf(InvalidDataException.class)
        .hasMessage(
            "6 rows outside the test part are too few for prepare.split.folds (7); each fold needs"
                + " one.");
    GroupSplit groups =
        new GroupSplit(BY_PATIENT.withFolds(3), new SplittableRandom(1), new RandomTables(1).raw());
    assertThatThrownBy(() -> groups.divide(List.of("a", "b", "c", "c"), 4))
        .isInstanceOf(InvalidDataException.class)
        .hasMessage(
            "t has 3 groups in patient to divide; prepare.split.by (group) needs at least 4: one"
                + " for each of 3 folds and one for testing.");
  }
}
