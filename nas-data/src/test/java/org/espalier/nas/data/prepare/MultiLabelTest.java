package org.espalier.nas.data.prepare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.IntPredicate;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.espalier.nas.api.InvalidDataException;
import org.espalier.nas.api.InvalidSettingException;
import org.espalier.nas.api.data.Dataset;
import org.espalier.nas.api.data.Examples;
import org.espalier.nas.api.data.Finding;
import org.espalier.nas.api.data.Part;
import org.espalier.nas.api.data.Task;
import org.espalier.nas.api.random.RandomStreams;
import org.espalier.nas.data.Described;
import org.espalier.nas.data.table.Column;
import org.espalier.nas.data.table.NumericColumn;
import org.espalier.nas.data.table.RawTable;
import org.espalier.nas.data.table.TextColumn;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Rows with several labels. */
class MultiLabelTest {
  private static final Preparation STANDARD =
      Preparation.standard().with(Scaling.NONE).with(Split.random(0.2, 0.2, true, null));
  private static final int ROWS = 200;

  private static NumericColumn x() {
    return new NumericColumn("x", IntStream.range(0, ROWS).mapToDouble(i -> i * i).toArray());
  }

  private static TextColumn text(String name, String no, String yes, IntPredicate applies) {
    return TextColumn.of(
        name, IntStream.range(0, ROWS).mapToObj(i -> applies.test(i) ? yes : no).toList());
  }

  private static NumericColumn number(String name, IntPredicate applies) {
    return new NumericColumn(
        name, IntStream.range(0, ROWS).mapToDouble(i -> applies.test(i) ? 1 : 0).toArray());
  }

  private static RawData columns(Column... labels) {
    List<Column> all = new ArrayList<>(List.of(x()));
    all.addAll(Arrays.asList(labels));
    return RawData.of(
        "t",
        RawTable.generated("t", all),
        Arrays.stream(labels).map(Column::name).toList(),
        LabelRule.plain());
  }

  private static RawData separated(String separator, List<String> lists) {
    return RawData.of(
        "t",
        RawTable.generated("t", List.of(x(), TextColumn.of("tags", lists))),
        "tags",
        new LabelRule(TaskChoice.AUTO, Map.of(), Map.of(), separator));
  }

  private static Dataset prepare(RawData raw) {
    return PreparedDataset.of(raw, STANDARD, new RandomStreams(3));
  }

  @Test
  void columnsOfZeroAndOneAreLabels() {
    Dataset dataset =
        prepare(
            columns(
                number("even", i -> i % 2 == 0),
                text("third", "no", "Yes", i -> i % 3 == 0),
                text("late", "False", "true", i -> i >= 100)));

    assertThat(dataset.info().task())
        .isEqualTo(new Task.MultiLabel("even, third, late", List.of("even", "third", "late")));
    assertThat(Described.features(dataset)).hasSize(1);
    int seen = 0;
    for (Part part : Part.values()) {
      Examples examples = dataset.examples(part);
      for (int e = 0; e < examples.size(); e++) {
        int i = (int) Math.round(Math.sqrt(examples.features().get(e)));
        assertThat(examples.target(e, 0)).isEqualTo(i % 2 == 0 ? 1 : 0);
        assertThat(examples.target(e, 1)).isEqualTo(i % 3 == 0 ? 1 : 0);
        assertThat(examples.target(e, 2)).isEqualTo(i >= 100 ? 1 : 0);
        seen++;
      }
    }
    assertThat(seen).isEqualTo(ROWS);
  }

  @ParameterizedTest
  @CsvSource({"0,1", "no,yes", "false,true", "N,Y", "f,t"})
  void aLabelHasOneOfAFewPairsOfValues(String no, String yes) {
    Dataset dataset =
        prepare(columns(text("a", no, yes, i -> i % 4 == 0), number("b", i -> i % 2 == 0)));
    double positives = 0;
    for (Part part : Part.values()) {
      Examples examples = dataset.examples(part);
      for (int e = 0; e < examples.size(); e++) {
        positives += examples.target(e, 0);
      }
    }
    assertThat(positives).isEqualTo(ROWS / 4.0);
  }

  @Test
  void otherValuesOfALabelAreNamedWithTheirPlace() {
    NumericColumn three =
        new NumericColumn("b", IntStream.range(0, ROWS).mapToDouble(i -> i == 7 ? 2 : 1).toArray());
    assertThatThrownBy(() -> prepare(columns(number("a", i -> i % 2 == 0), three)))
        .isInstanceOf(InvalidDataException.class)
        .hasMessage(
            "t, row 8: the label b is 2; the values of one of several labels must be 0 and 1, no and"
                + " yes, or false and true, but b has 1, 2.");
    assertThatThrownBy(
            () ->
                prepare(columns(number("a", i -> i > 9), text("b", "cat", "dog", i -> i % 2 == 0))))
        .hasMessageContaining("t, row 1: the label b is dog;");
    assertThatThrownBy(
            () -> prepare(columns(number("a", i -> i > 9), text("b", "no", "1", i -> i == 3))))
        .hasMessageContaining("but b has no, 1.");
  }

  @Test
  void missingLabelsFollowTheRuleOfMissingValues() {
    NumericColumn gaps =
        new NumericColumn(
            "b", IntStream.range(0, ROWS).mapToDouble(i -> i == 4 ? Double.NaN : i % 2).toArray());
    RawData raw = columns(number("a", i -> i % 3 == 0), gaps);
    assertThatThrownBy(() -> prepare(raw))
        .isInstanceOf(InvalidDataException.class)
        .hasMessageStartingWith("t, row 5: b is missing; 1 of 200 values of the column is.");
    for (MissingValues rule : List.of(MissingValues.DROP, MissingValues.IMPUTE)) {
      Dataset dataset = PreparedDataset.of(raw, STANDARD.with(rule), new RandomStreams(1));
      assertThat(dataset.info().sizes().values().stream().mapToInt(size -> size).sum())
          .isEqualTo(ROWS - 1);
    }
  }

  @Test
  void labelsInOneColumnAreSeparated() {
    List<String> kinds = List.of("sport|news", "news", "", "weather | news|", "sport|sport");
    Dataset dataset =
        prepare(separated("|", IntStream.range(0, ROWS).mapToObj(i -> kinds.get(i % 5)).toList()));

    assertThat(dataset.info().task())
        .isEqualTo(new Task.MultiLabel("tags", List.of("news", "sport", "weather")));
    float[][] expected = {{1, 1, 0}, {1, 0, 0}, {0, 0, 0}, {1, 0, 1}, {0, 1, 0}};
    for (Part part : Part.values()) {
      Examples examples = dataset.examples(part);
      for (int e = 0; e < examples.size(); e++) {
        int i = (int) Math.round(Math.sqrt(examples.features().get(e)));
        for (int label = 0; label < 3; label++) {
          assertThat(examples.target(e, label)).isEqualTo(expected[i % 5][label]);
        }
      }
    }
  }

  @Test
  void aSeparatorThatSeparatesNothingUsefulIsAnError() {
    List<String> news = IntStream.range(0, ROWS).mapToObj(i -> "news").toList();
    assertThatThrownBy(() -> prepare(separated("|", news)))
        .isInstanceOf(InvalidDataException.class)
        .hasMessage(
            "label tags of t, separated by |, has the labels [news] only; a multi-label task needs"
                + " two or more.");
    List<String> distinct = IntStream.range(0, ROWS).mapToObj(i -> "a|" + i).toList();
    assertThatThrownBy(() -> prepare(separated(";", distinct)))
        .hasMessage(
            "label tags of t, separated by ;, has 200 labels in 200 rows (a|0, a|1, a|10, a|100,"
                + " a|101, …); most have no second example. Check labelSeparator.");
  }

  @Test
  void settingsThatContradictSeveralLabelsAreNamed() {
    LabelRule plain = LabelRule.plain();
    assertThat(plain.multiLabel(List.of("a"))).isFalse();
    assertThat(plain.multiLabel(List.of("a", "b"))).isTrue();
    assertThat(
            new LabelRule(TaskChoice.MULTI_LABEL, Map.of(), Map.of()).multiLabel(List.of("a", "b")))
        .isTrue();
    refused(
        new LabelRule(TaskChoice.CLASSIFICATION, Map.of(), Map.of()),
        "task",
        "task (classification) needs one label column without labelSeparator; for several labels"
            + " set task to multi-label or auto.");
    refused(
        new LabelRule(TaskChoice.AUTO, Map.of(), Map.of("0", "no")),
        "classNames",
        "classNames {0=no} cannot be used with several labels, which have no classes.");
    refused(
        new LabelRule(TaskChoice.AUTO, Map.of("low", "..5", "high", "6.."), Map.of()),
        "bins",
        "cannot be used with several labels, which are 0 or 1.");
    refused(
        new LabelRule(TaskChoice.AUTO, Map.of(), Map.of(), "|"),
        "labelSeparator",
        "labelSeparator (|) needs one label column, not a, b.");
    assertThatThrownBy(
            () ->
                new LabelRule(TaskChoice.MULTI_LABEL, Map.of(), Map.of()).multiLabel(List.of("a")))
        .hasMessage(
            "task (multi-label) needs several label columns, such as label: [news, sport], or"
                + " labelSeparator.");
    assertThatThrownBy(() -> new LabelRule(TaskChoice.AUTO, Map.of(), Map.of(), ""))
        .hasMessage("labelSeparator () must be the text between two labels.");
  }

  private static void refused(LabelRule rule, String setting, String message) {
    assertThatThrownBy(() -> rule.multiLabel(List.of("a", "b")))
        .isInstanceOfSatisfying(
            InvalidSettingException.class,
            e -> {
              assertThat(e.setting()).isEqualTo(setting);
              assertThat(e.getMessage()).contains(message);
            });
  }

  /** Labels are spread over the parts twice as evenly as by chance. */
  @Test
  void everyPartHasItsShareOfEachLabel() {
    double stratified = 0;
    double byChance = 0;
    for (long seed = 1; seed <= 20; seed++) {
      stratified += deviation(Split.random(0.2, 0.2, true, seed));
      byChance += deviation(Split.random(0.2, 0.2, false, seed));
    }
    assertThat(stratified).isLessThan(0.55 * byChance);
  }

  /** Returns the sum over labels and parts of the differences of their shares of examples. */
  private static double deviation(Split split) {
    RandomGenerator random = new SplittableRandom(11);
    double[] rates = {0.5, 0.3, 0.2, 0.1, 0.05};
    boolean[][] applies = new boolean[rates.length][ROWS];
    for (int i = 0; i < ROWS; i++) {
      for (int label = 0; label < rates.length; label++) {
        applies[label][i] = random.nextDouble() < rates[label];
      }
    }
    Column[] labels =
        IntStream.range(0, rates.length)
            .mapToObj(label -> number("l" + label, i -> applies[label][i]))
            .toArray(Column[]::new);
    Dataset dataset =
        PreparedDataset.of(columns(labels), STANDARD.with(split), new RandomStreams(1));
    assertThat(dataset.info().sizes())
        .isEqualTo(Map.of(Part.TRAINING, 120, Part.VALIDATION, 40, Part.TEST, 40));
    double deviation = 0;
    for (Part part : Part.values()) {
      Examples examples = dataset.examples(part);
      for (int label = 0; label < rates.length; label++) {
        int own = label;
        double all = IntStream.range(0, ROWS).filter(i -> applies[own][i]).count() / (double) ROWS;
        double here =
            IntStream.range(0, examples.size()).mapToDouble(e -> examples.target(e, own)).sum();
        deviation += Math.abs(here / examples.size() - all);
      }
    }
    return deviation;
  }

  @Test
  void groupsHoldRowsOfSimilarLabels() {
    float[] values = new float[2 * 45];
    for (int i = 0; i < 45; i++) {
      values[2 * i] = i % 3 == 0 ? 1 : 0; // 15 rows
      values[2 * i + 1] = i % 9 == 0 ? 1 : 0; // 5 rows, the rarer label
    }
    int[] strata = LabelStrata.of(values, 2);

    int[] order = IntStream.range(0, 45).filter(i -> i % 3 == 0).toArray();
    assertThat(strata).containsOnly(0, 1, 2, 3);
    // The first ten rows in order of labels: both labels, then the commoner one alone.
    List<Integer> first =
        IntStream.range(0, 45).filter(i -> strata[i] == strata[0]).boxed().toList();
    assertThat(first).contains(0, 9, 18, 27, 36).hasSize(10);
    assertThat(first).isSubsetOf(Arrays.stream(order).boxed().toList());
    // The last group has the rest, rows without a label.
    List<Integer> last =
        IntStream.range(0, 45).filter(i -> strata[i] == strata[44]).boxed().toList();
    assertThat(last).hasSize(15).allMatch(i -> i % 3 != 0);
  }

  /** A share of one and a half rows of each group does not favour rare labels. */
  @Test
  void sharesThatAreNotWholeAreSpreadOverAllGroups() {
    float[] values = new float[2 * 400];
    for (int i = 0; i < 400; i++) {
      values[2 * i] = i % 2;
      values[2 * i + 1] = i % 4 < 2 ? 1 : 0;
    }
    PerPart<int[]> parts =
        new Partition(Split.random(0.15, 0.25, true, null), new SplittableRandom(1))
            .divide(LabelStrata.of(values, 2), 400);
    for (int label = 0; label < 2; label++) {
      int own = label;
      assertThat(IntStream.of(parts.validation()).filter(i -> values[2 * i + own] == 1).count())
          .isBetween(29L, 31L);
      assertThat(IntStream.of(parts.test()).filter(i -> values[2 * i + own] == 1).count())
          .isBetween(49L, 51L);
    }
  }

  @Test
  void theAuditChecksEachLabel() {
    RandomGenerator random = new SplittableRandom(1);
    double[] noise = random.doubles(ROWS).toArray();
    RawTable table =
        RawTable.generated(
            "t",
            List.of(
                new NumericColumn("x", noise),
                new NumericColumn(
                    "leak", IntStream.range(0, ROWS).mapToDouble(i -> i % 2 * 5).toArray()),
                number("odd", i -> i % 2 == 1),
                number("rare", i -> i % 20 == 0),
                number("never", i -> false)));
    List<Finding> findings =
        prepare(RawData.of("t", table, List.of("odd", "rare", "never"), LabelRule.plain())).audit();

    assertThat(findings)
        .extracting(Finding::kind, Finding::subject)
        .containsExactly(
            tuple(Finding.Kind.LABEL_LEAKAGE, "leak"),
            tuple(Finding.Kind.CONSTANT_LABEL, "never"),
            tuple(Finding.Kind.CLASS_IMBALANCE, "rare"));
    assertThat(findings.get(0).message()).startsWith("odd is a function of leak:");
    assertThat(findings.get(1).message())
        .isEqualTo(
            "never is 0 in every one of the 120 rows of the training part, so that nothing can be"
                + " learned about it. Leave it out of the labels, or add rows.");
    assertThat(findings.get(2).message())
        .isEqualTo(
            "rare is 1 in 10 of 200 rows, so that always predicting 0 is right in 95.0 %. Look at"
                + " the macro F1.");
  }

  @Test
  void rowsWithOtherLabelsAreNoDuplicates() {
    RawTable table =
        RawTable.generated(
            "t",
            List.of(
                new NumericColumn(
                    "x", IntStream.range(0, ROWS).mapToDouble(i -> Math.floor(i / 2.0)).toArray()),
                number("a", i -> i % 2 == 0),
                number("b", i -> i % 3 == 0)));
    RawData raw = RawData.of("t", table, List.of("a", "b"), LabelRule.plain());
    assertThat(prepare(raw).audit())
        .extracting(Finding::kind)
        .doesNotContain(Finding.Kind.DUPLICATES_ACROSS_PARTS);
    RawTable equal =
        RawTable.generated(
            "t",
            List.of(
                new NumericColumn(
                    "x", IntStream.range(0, ROWS).mapToDouble(i -> Math.floor(i / 2.0)).toArray()),
                number("a", i -> i / 2 % 2 == 0),
                number("b", i -> i / 2 % 3 == 0)));
    assertThat(prepare(RawData.of("t", equal, List.of("a", "b"), LabelRule.plain())).audit())
        .extracting(Finding::kind)
        .contains(Finding.Kind.DUPLICATES_ACROSS_PARTS);
  }
}
