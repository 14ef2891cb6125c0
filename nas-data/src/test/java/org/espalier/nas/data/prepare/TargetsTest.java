package org.espalier.nas.data.prepare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.espalier.nas.api.InvalidDataException;
import org.espalier.nas.api.InvalidSettingException;
import org.espalier.nas.api.data.Dataset;
import org.espalier.nas.api.data.Task;
import org.espalier.nas.api.random.RandomStreams;
import org.espalier.nas.data.table.Column;
import org.espalier.nas.data.table.NumericColumn;
import org.espalier.nas.data.table.RawTable;
import org.espalier.nas.data.table.TextColumn;
import org.junit.jupiter.api.Test;

class TargetsTest {
  private static final Preparation STANDARD = Preparation.standard();

  @Test
  void fewWholeNumbersAreClassesAndManyARegression() {
    assertThat(taskOf(i -> i % 3, TaskChoice.AUTO))
        .isEqualTo(new Task.Classification("y", List.of("0", "1", "2")));
    assertThat(taskOf(i -> i % 30, TaskChoice.AUTO)).isInstanceOf(Task.Regression.class);
    assertThat(taskOf(i -> i % 3 + 0.5, TaskChoice.AUTO)).isInstanceOf(Task.Regression.class);
    assertThat(taskOf(i -> i % 3, TaskChoice.REGRESSION)).isInstanceOf(Task.Regression.class);
    assertThat(taskOf(i -> i % 2 + 0.5, TaskChoice.CLASSIFICATION))
        .isEqualTo(new Task.Classification("y", List.of("0.5", "1.5")));
    assertThat(taskOf(i -> 10 - i % 11, TaskChoice.AUTO))
        .extracting(task -> ((Task.Classification) task).classes().get(10))
        .isEqualTo("10");
  }

  @Test
  void aLabelOfWhichMostValuesOccurOnceIsNoClass() {
    List<String> prices = IntStream.range(0, 40).mapToObj(i -> i == 9 ? "n/k" : "1." + i).toList();
    RawTable table = table(numbers("x", 40, i -> i), TextColumn.of("y", prices));
    assertThatThrownBy(() -> prepare(table, STANDARD, 1))
        .isInstanceOf(InvalidDataException.class)
        .hasMessage(
            "label y of t has 40 classes in 40 rows; most have no second example. If it is to be a"
                + " number, look for values that are none.");
  }

  @Test
  void labelsCanBeRenamedAndMerged() {
    Map<String, String> names = new LinkedHashMap<>();
    names.put("0", "no");
    names.put("1", "yes");
    names.put("2", "yes");
    RawTable table = table(numbers("x", 30, i -> i), numbers("y", 30, i -> i % 4));
    RawData raw = RawData.of("t", table, "y", new LabelRule(TaskChoice.AUTO, Map.of(), names));
    assertThat(PreparedDataset.of(raw, STANDARD, new RandomStreams(1)).info().task())
        .isEqualTo(new Task.Classification("y", List.of("no", "yes", "3")));
  }

  @Test
  void binsThatCannotWorkAreNamed() {
    assertThat(binError("low", "5", "high", "x..y"))
        .isEqualTo("bins.high (x..y) must be a range: ..5, 6..7, 8.. or 3.");
    assertThat(binError("low", "..5", "high", "5.."))
        .isEqualTo(
            "bins.low (..5) and bins.high (5..) must not overlap; both ends belong to a range.");
    assertThat(binError("low", "7..6", "high", "8.."))
        .isEqualTo("bins.low (7..6) must begin below its end.");
    assertThat(binError("low", "..-1.5e1", "high", ".."))
        .isEqualTo("bins.high (..) must be a range: ..5, 6..7, 8.. or 3.");
    assertThatThrownBy(() -> LabelRule.binned(Map.of("all", "1..")))
        .isInstanceOf(InvalidSettingException.class)
        .hasMessage("bins {all=1..} must be at least two.");
  }

  private static String binError(String first, String range, String second, String other) {
    Map<String, String> bins = new LinkedHashMap<>();
    bins.put(first, range);
    bins.put(second, other);
    try {
      LabelRule.binned(bins);
      return "no error";
    } catch (InvalidSettingException e) {
      assertThat(e.setting()).isEqualTo("bins");
      return e.getMessage();
    }
  }

  private static Task taskOf(IntToDoubleFunction y, TaskChoice choice) {
    RawTable table = table(numbers("x", 330, i -> i), numbers("y", 330, y));
    LabelRule rule = new LabelRule(choice, Map.of(), Map.of());
    return PreparedDataset.of(RawData.of("t", table, "y", rule), STANDARD, new RandomStreams(1))
        .info()
        .task();
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
}
