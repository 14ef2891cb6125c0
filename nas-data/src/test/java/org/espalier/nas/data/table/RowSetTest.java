package org.espalier.nas.data.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class RowSetTest {

  @Test
  void rowsAreEqualIfAllValuesAre() {
    List<Column> columns =
        List.of(
            new NumericColumn("x", new double[] {0.0, -0.0, Double.NaN, Double.NaN, 1, 0.0}),
            TextColumn.of("c", Arrays.asList("a", "a", null, null, "a", "b")));
    RowSet rows = new RowSet(new RowValues(columns));

    assertThat(new int[] {rows.add(0), rows.add(1), rows.add(2), rows.add(3), rows.add(4)})
        .containsExactly(0, 0, 2, 2, 4);
    assertThat(rows.contains(5)).isFalse();
    assertThat(rows.contains(1)).isTrue();
  }

  @Test
  void aSetFindsWhatAMapFinds() {
    SplittableRandom random = new SplittableRandom(1);
    double[] numbers = random.ints(5000, 0, 40).asDoubleStream().toArray();
    int[] codes = random.ints(5000, -1, 20).toArray();
    List<String> categories = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      categories.add("c" + (char) ('a' + i));
    }
    RowSet rows =
        new RowSet(
            new RowValues(
                List.of(new NumericColumn("x", numbers), new TextColumn("c", categories, codes))));
    Map<List<Number>, Integer> expected = new HashMap<>();
    for (int row = 0; row < numbers.length; row++) {
      List<Number> key = List.of(numbers[row], codes[row]);
      assertThat(rows.contains(row)).isEqualTo(expected.containsKey(key));
      assertThat(rows.add(row)).isEqualTo(expected.computeIfAbsent(key, unused(row)));
    }
    assertThat(expected).hasSizeBetween(500, 900);
  }

  private static Function<List<Number>, Integer> unused(int row) {
    return key -> row;
  }

  /** Values whose hashes are all equal must be told apart by comparison. */
  @Test
  void equalHashesAreNotEqualValues() {
    RowSet rows =
        new RowSet(
            new RowSet.Values() {
              @Override
              public long hash(int row) {
                return 7;
              }

              @Override
              public boolean equal(int first, int second) {
                return first % 50 == second % 50;
              }
            });
    for (int row = 0; row < 200; row++) {
      assertThat(rows.add(row)).isEqualTo(row % 50);
    }
  }
}
