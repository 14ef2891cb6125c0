package org.espalier.nas.data.prepare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.espalier.nas.api.InvalidDataException;
import org.espalier.nas.api.InvalidSettingException;
import org.espalier.nas.api.data.Dataset;
import org.espalier.nas.api.data.Feature;
import org.espalier.nas.api.data.Part;
import org.espalier.nas.api.random.RandomStreams;
import org.espalier.nas.data.Described;
import org.espalier.nas.data.table.NumericColumn;
import org.espalier.nas.data.table.RawTable;
import org.espalier.nas.data.table.TextColumn;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class GroupSplitTest {

  private static Split byPatient(double validation, double test) {
    return new Split(SplitRule.GROUP, "patient", validation, test, true, null, null);
  }

  static IntStream seeds() {
    return RandomTables.seeds();
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void noGroupIsInTwoParts(int seed) {
    RandomTables table = new RandomTables(seed);
    Dataset dataset = table.prepare(byPatient(0.2, 0.25), seed);
    Set<String> seen = new HashSet<>();
    for (Part part : Part.values()) {
      Set<String> here = new HashSet<>();
      RandomTables.rows(dataset, part).forEach(row -> here.add(table.patient(row)));
      assertThat(here).as("%s", part).isNotEmpty().noneMatch(seen::contains);
      seen.addAll(here);
    }
    assertThat(RandomTables.rows(dataset)).containsExactlyInAnyOrderElementsOf(table.allRows());
    assertThat(dataset.info().sizes().get(Part.TEST) / (double) table.rows()).isBetween(0.22, 0.28);
    assertThat(dataset.info().sizes().get(Part.VALIDATION) / (double) table.rows())
        .isBetween(0.16, 0.24);
  }

  @Test
  void theSeedDecidesWhichGroupsGoWhere() {
    RandomTables table = new RandomTables(1);
    String hash = table.prepare(byPatient(0.2, 0.2), 1).info().hash();
    assertThat(table.prepare(byPatient(0.2, 0.2), 1).info().hash()).isEqualTo(hash);
    assertThat(table.prepare(byPatient(0.2, 0.2), 2).info().hash()).isNotEqualTo(hash);
    Split seeded = new Split(SplitRule.GROUP, "patient", 0.2, 0.2, true, 5L, null);
    assertThat(table.prepare(seeded, 2).info().hash())
        .isEqualTo(table.prepare(seeded, 1).info().hash());
  }

  @Test
  void numbersOfGroupsAreNoFeature() {
    double[] ids = IntStream.range(0, 60).mapToDouble(i -> Math.floor(i / 5.0)).toArray();
    RawTable table =
        RawTable.generated(
            "t",
            List.of(
                new NumericColumn("id", ids),
                TextColumn.of("kind", IntStream.range(0, 60).mapToObj(i -> "k" + i % 2).toList()),
                new NumericColumn("y", IntStream.range(0, 60).mapToDouble(i -> i % 3).toArray())));
    Preparation preparation =
        Preparation.standard().with(new Split(SplitRule.GROUP, "id", 0.2, 0.2, true, null, null));
    Dataset dataset =
        PreparedDataset.of(
            RawData.of("t", table, "y", LabelRule.plain()), preparation, new RandomStreams(1));
    assertThat(Described.features(dataset))
        .extracting(Feature::name)
        .containsExactly("kind=k0", "kind=k1");
    assertThat(dataset.info().sizes())
        .containsEntry(Part.TEST, 10)
        .containsEntry(Part.VALIDATION, 10);
    RawTable only = table.without(List.of("kind"));
    assertThatThrownBy(
            () ->
                PreparedDataset.of(
                    RawData.of("t", only, "y", LabelRule.plain()),
                    preparation,
                    new RandomStreams(1)))
        .isInstanceOf(InvalidDataException.class)
        .hasMessage("t has no column but the label y and id; a prediction needs features.");
  }

  @Test
  void aGivenTestPartHasOtherGroups() {
    GroupSplit split = split(byPatient(0.5, 0.2));
    PerPart<int[]> parts = split.divide(List.of("a", "a", "b", "b", "c", "c"), 4).get(0);
    assertThat(parts.test()).containsExactly(4, 5);
    assertThat(parts.training()).hasSize(2);
    assertThat(parts.validation()).hasSize(2);
    assertThatThrownBy(() -> split.divide(List.of("a", "a", "b", "b", "c", "b"), 4).get(0))
        .isInstanceOf(InvalidDataException.class)
        .hasMessage(
            "t has rows of the group b (patient) in the test part and outside of it, and so of 1"
                + " groups in all; prepare.split.by (group) needs a test part with other groups.");
  }

  @Test
  void tooFewGroupsAreAnError() {
    assertThatThrownBy(() -> split(byPatient(0.5, 0.2)).divide(List.of("a", "a", "b"), 3).get(0))
        .isInstanceOf(InvalidDataException.class)
        .hasMessage(
            "t has 2 groups in patient to divide; prepare.split.by (group) needs at least 3: one"
                + " for training, one for validation and one for testing.");
    assertThat(split(byPatient(0.5, 0)).divide(List.of("a", "a", "b"), 3).get(0).test()).isEmpty();
    assertThatThrownBy(() -> split(byPatient(0.5, 0)).divide(List.of("a", "a", "a"), 3).get(0))
        .isInstanceOf(InvalidDataException.class)
        .hasMessage(
            "t has 1 group in patient to divide; prepare.split.by (group) needs at least 2: one for"
                + " training, one for validation.");
  }

  @Test
  void aGroupIsLeftForEachPartIfSomeAreLarge() {
    List<String> groups = List.of("a", "b", "c", "c", "c", "c", "c", "c", "c", "c", "c", "c");
    for (int seed = 0; seed < 20; seed++) {
      PerPart<int[]> parts =
          new GroupSplit(byPatient(0.1, 0.2), new SplittableRandom(seed), new RandomTables(1).raw())
              .divide(groups, groups.size())
              .get(0);
      assertThat(parts.training()).hasSize(10);
      assertThat(parts.validation()).hasSize(1);
      assertThat(parts.test()).hasSize(1);
    }
  }

  @Test
  void theColumnMustBeGivenAndComplete() {
    assertThatThrownBy(() -> new Split(SplitRule.GROUP, null, 0.1, 0.2, true, null, null))
        .isInstanceOf(InvalidSettingException.class)
        .hasMessage("column must be given with by (group): the column that names the groups.");
    RawTable table =
        RawTable.generated(
            "t",
            List.of(
                new NumericColumn("id", new double[] {1, Double.NaN, 2, 3}),
                new NumericColumn("x", new double[] {1, 2, 3, 4}),
                new NumericColumn("y", new double[] {1, 0, 0, 1})));
    Preparation preparation =
        Preparation.standard()
            .with(MissingValues.IMPUTE)
            .with(new Split(SplitRule.GROUP, "id", 0.2, 0.2, true, null, null));
    assertThatThrownBy(
            () ->
                PreparedDataset.of(
                    RawData.of("t", table, "y", LabelRule.plain()),
                    preparation,
                    new RandomStreams(1)))
        .isInstanceOf(InvalidDataException.class)
        .hasMessage("t, row 2: id is missing, but rows are split by it; fix or remove the row.");
  }

  @Test
  void theNearestSumIsFound() {
    SplittableRandom random = new SplittableRandom(3);
    for (int set = 0; set < 100; set++) {
      int[] sizes = random.ints(1 + random.nextInt(10), 1, 30).toArray();
      int wanted = 1 + random.nextInt(60);
      int best = Integer.MAX_VALUE;
      for (int mask = 1; mask < 1 << sizes.length; mask++) {
        int chosen = mask;
        int sum =
            IntStream.range(0, sizes.length)
                .filter(i -> ((chosen >> i) & 1) == 1)
                .map(i -> sizes[i])
                .sum();
        best = Math.min(best, Math.abs(sum - wanted));
      }
      List<Integer> items = SizeChoice.nearest(sizes, wanted, sizes.length);
      assertThat(items).isNotEmpty().doesNotHaveDuplicates();
      assertThat(Math.abs(items.stream().mapToInt(i -> sizes[i]).sum() - wanted)).isEqualTo(best);
      int most = 1 + random.nextInt(sizes.length);
      assertThat(SizeChoice.nearest(sizes, wanted, most)).hasSizeBetween(1, most);
    }
    assertThat(SizeChoice.nearest(new int[] {5, 14, 20, 20}, 19, 1)).hasSize(1).isSubsetOf(2, 3);
    assertThat(SizeChoice.nearest(new int[] {5, 2, 3}, 0, 3)).containsExactly(1);
  }

  private static GroupSplit split(Split split) {
    return new GroupSplit(split, new SplittableRandom(1), new RandomTables(1).raw());
  }
}
