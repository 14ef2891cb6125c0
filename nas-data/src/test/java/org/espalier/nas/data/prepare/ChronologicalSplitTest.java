package org.espalier.nas.data.prepare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.espalier.nas.api.InvalidDataException;
import org.espalier.nas.api.InvalidSettingException;
import org.espalier.nas.api.data.Dataset;
import org.espalier.nas.api.data.Feature;
import org.espalier.nas.api.data.Part;
import org.espalier.nas.api.random.RandomStreams;
import org.espalier.nas.data.Described;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ChronologicalSplitTest {

  private static Split byTime(double validation, double test) {
    return new Split(SplitRule.DATE, "time", validation, test, true, null, null);
  }

  static IntStream seeds() {
    return RandomTables.seeds();
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void theOldestRowsTrainAndTheNewestTest(int seed) {
    RandomTables table = new RandomTables(seed);
    Dataset dataset = table.prepare(byTime(0.2, 0.25), seed);
    List<Integer> training = RandomTables.rows(dataset, Part.TRAINING);
    List<Integer> validation = RandomTables.rows(dataset, Part.VALIDATION);
    List<Integer> test = RandomTables.rows(dataset, Part.TEST);
    ToDoubleFunction<List<Integer>> oldest =
        rows -> rows.stream().mapToDouble(table::time).min().orElseThrow();
    ToDoubleFunction<List<Integer>> newest =
        rows -> rows.stream().mapToDouble(table::time).max().orElseThrow();
    assertThat(newest.applyAsDouble(training)).isLessThan(oldest.applyAsDouble(validation));
    assertThat(newest.applyAsDouble(validation)).isLessThan(oldest.applyAsDouble(test));
    assertThat(RandomTables.rows(dataset)).containsExactlyInAnyOrderElementsOf(table.allRows());
    int mostEqual =
        (int)
            IntStream.range(0, table.rows())
                .mapToLong(
                    i ->
                        IntStream.range(0, table.rows())
                            .filter(j -> table.time(i) == table.time(j))
                            .count())
                .max()
                .orElseThrow();
    assertThat(Math.abs(test.size() - 0.25 * table.rows())).isLessThanOrEqualTo(mostEqual);
    assertThat(Math.abs(test.size() + validation.size() - 0.45 * table.rows()))
        .isLessThanOrEqualTo(mostEqual);
  }

  @Test
  void theOrderDoesNotDependOnTheSeed() {
    RandomTables table = new RandomTables(1);
    assertThat(table.prepare(byTime(0.2, 0.2), 1).info().hash())
        .isEqualTo(table.prepare(byTime(0.2, 0.2), 2).info().hash());
  }

  @Test
  void theColumnIsAFeature() {
    assertThat(Described.features(new RandomTables(1).prepare(byTime(0.2, 0.2), 1)))
        .extracting(Feature::name)
        .containsExactly("row", "time");
  }

  @Test
  void aBoundaryMovesToTheNearestDifferentTime() {
    RawData raw = new RandomTables(1).raw();
    double[] times = {3, 1, 2, 2, 2, 1, 4, 4};
    PerPart<int[]> parts = new ChronologicalSplit(byTime(0.25, 0.125), raw).divide(times, 8);
    assertThat(parts.training()).containsExactly(1, 2, 3, 4, 5);
    assertThat(parts.validation()).containsExactly(0);
    assertThat(parts.test()).containsExactly(6, 7);
    PerPart<int[]> untested = new ChronologicalSplit(byTime(0.25, 0), raw).divide(times, 8);
    assertThat(untested.training()).containsExactly(0, 1, 2, 3, 4, 5);
    assertThat(untested.validation()).containsExactly(6, 7);
    assertThat(untested.test()).isEmpty();
  }

  @Test
  void eachPartHasRowsHoweverSmallItsShareIs() {
    RawData raw = new RandomTables(1).raw();
    double[] times = {1, 2, 3};
    PerPart<int[]> few = new ChronologicalSplit(byTime(0.01, 0.01), raw).divide(times, 3);
    assertThat(few.training()).containsExactly(0);
    assertThat(few.validation()).containsExactly(1);
    assertThat(few.test()).containsExactly(2);
    PerPart<int[]> many = new ChronologicalSplit(byTime(0.01, 0.9), raw).divide(times, 3);
    assertThat(many.training()).containsExactly(0);
    assertThat(many.validation()).containsExactly(1);
  }

  @Test
  void aGivenTestPartMustBeNewer() {
    RawData raw = new RandomTables(1).raw();
    ChronologicalSplit split = new ChronologicalSplit(byTime(0.3, 0.2), raw);
    PerPart<int[]> parts = split.divide(new double[] {2, 3, 1, 9, 8}, 3);
    assertThat(parts.training()).containsExactly(0, 2);
    assertThat(parts.validation()).containsExactly(1);
    assertThat(parts.test()).containsExactly(3, 4);
    assertThatThrownBy(() -> split.divide(new double[] {2, 3, 1, 9, 3}, 3))
        .isInstanceOf(InvalidDataException.class)
        .hasMessage(
            "1 of 2 rows of the test part of t are not newer, by time, than all other rows;"
                + " prepare.split.by (date) needs a newer test part.");
  }

  @Test
  void tooFewDifferentTimesAreAnError() {
    RawData raw = new RandomTables(1).raw();
    assertThatThrownBy(
            () -> new ChronologicalSplit(byTime(0.3, 0.2), raw).divide(new double[] {1, 2, 1}, 3))
        .isInstanceOf(InvalidDataException.class)
        .hasMessage(
            "t has 2 distinct values in time to divide; prepare.split.by (date) needs at least 3:"
                + " one for training, one for validation and one for testing.");
    assertThatThrownBy(
            () -> new ChronologicalSplit(byTime(0.3, 0), raw).divide(new double[] {1, 1, 1}, 3))
        .isInstanceOf(InvalidDataException.class)
        .hasMessage(
            "t has 1 distinct value in time to divide; prepare.split.by (date) needs at least 2:"
                + " one for training, one for validation.");
  }

  @Test
  void anUnusableColumnIsAnError() {
    RandomTables table = new RandomTables(1);
    refused(table, "tiem", "t has no column tiem. Did you mean time? Its columns are row, time,");
    refused(table, "y", "prepare.split.column (y) must not be the label of t; name another column");
    refused(
        table,
        "patient",
        "prepare.split.column (patient) of t is text, for example " + table.patient(0));
    refused(table, null, "prepare.split.column must be given with prepare.split.by (date): t has");
    assertThatThrownBy(() -> new Split(SplitRule.RANDOM, "time", 0.1, 0.2, true, null, null))
        .isInstanceOf(InvalidSettingException.class)
        .hasMessage(
            "column (time) is not used by a random split; set by to date or group, or remove"
                + " column.");
  }

  private static void refused(RandomTables table, String column, String message) {
    Preparation preparation =
        Preparation.standard().with(new Split(SplitRule.DATE, column, 0.1, 0.2, true, null, null));
    assertThatThrownBy(() -> PreparedDataset.of(table.raw(), preparation, new RandomStreams(1)))
        .isInstanceOf(InvalidDataException.class)
        .hasMessageContaining(message);
  }
}
