package org.espalier.nas.data.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.IntPredicate;
import java.util.function.IntToDoubleFunction;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.espalier.nas.api.data.Finding;
import org.espalier.nas.api.data.Finding.Kind;
import org.espalier.nas.api.data.TargetScale;
import org.espalier.nas.api.random.RandomStreams;
import org.espalier.nas.data.prepare.Duplicates;
import org.espalier.nas.data.prepare.LabelRule;
import org.espalier.nas.data.prepare.MissingValues;
import org.espalier.nas.data.prepare.Preparation;
import org.espalier.nas.data.prepare.PreparedDataset;
import org.espalier.nas.data.prepare.RareCategories;
import org.espalier.nas.data.prepare.RawData;
import org.espalier.nas.data.prepare.Scaling;
import org.espalier.nas.data.prepare.TargetPreparation;
import org.espalier.nas.data.prepare.TaskChoice;
import org.espalier.nas.data.table.Column;
import org.espalier.nas.data.table.NumericColumn;
import org.espalier.nas.data.table.RawTable;
import org.espalier.nas.data.table.TextColumn;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DataAuditTest {
  private static final int ROWS = 400;
  private static final Preparation STANDARD = Preparation.standard();

  private final RandomGenerator random = new SplittableRandom(11);
  private final NumericColumn honest = new NumericColumn("honest", random.doubles(ROWS).toArray());

  static IntStream seeds() {
    return IntStream.range(0, 40);
  }

  @Test
  void honestDataHaveNoFindings() {
    assertThat(audit(STANDARD, honest, numbers("y", i -> i % 2))).isEmpty();
  }

  @Test
  void aCoarseColumnThatDecidesTheClassIsALeak() {
    assertThat(audit(STANDARD, honest, numbers("score", i -> i % 7), text("y", i -> i % 7 < 3)))
        .containsExactly(
            new Finding(
                Kind.LABEL_LEAKAGE,
                "score",
                "y is a function of score: each of its 7 values goes with one class only, in all"
                    + " 400 rows. Drop it, unless it is known before the label is."));
  }

  @Test
  void aTextColumnThatDecidesTheClassIsALeak() {
    TextColumn city =
        TextColumn.of("city", IntStream.range(0, ROWS).mapToObj(i -> "c" + i % 40).toList());
    assertThat(audit(STANDARD, honest, city, numbers("y", i -> i % 4)))
        .extracting(Finding::kind, Finding::subject)
        .containsExactly(tuple(Kind.LABEL_LEAKAGE, "city"));
  }

  @Test
  void aFineColumnThatThresholdsSeparateIsALeak() {
    NumericColumn price = numbers("price", i -> honest.value(i) * 1000 + 0.001 * i);
    assertThat(
            audit(
                STANDARD,
                price,
                numbers("y", i -> price.value(i) < 300 ? 0 : price.value(i) < 700 ? 1 : 2)))
        .containsExactly(
            new Finding(
                Kind.LABEL_LEAKAGE,
                "price",
                "2 thresholds on price separate the classes of y without exception in 400 rows."
                    + " Drop it, unless it is known before the label is."));
  }

  @Test
  void outliersOfAColumnAndOfTheTargetAreCounted() {
    NumericColumn area = numbers("area", i -> i == 7 || i == 9 ? 1e6 : 40 + honest.value(i));
    NumericColumn target = numbers("y", i -> i == 20 ? -999 : random.nextDouble());
    assertThat(auditRegression(area, target))
        .extracting(Finding::kind, Finding::subject)
        .containsExactly(tuple(Kind.OUTLIERS, "area"), tuple(Kind.OUTLIERS, "y"));
    assertThat(auditRegression(area, target).get(0).message())
        .startsWith("area has 2 outliers, for example 1000000 (t, row 8); half of its values lie")
        .endsWith("they shift the scaling of the column.");
    assertThat(auditRegression(area, target).get(1).message())
        .startsWith("y has 1 outlier, for example -999 (t, row 21); half of its values lie between")
        .endsWith("For a skewed positive target set prepare.targets.scaling to log.");
  }

  @Test
  void valuesWithinTenQuartileRangesAndRareOnesBesideAConstantAreNoOutliers() {
    NumericColumn rare = numbers("rare", i -> i < 5 ? 1e6 : 0);
    NumericColumn near = numbers("near", i -> i == 3 ? 5 : honest.value(i));
    assertThat(auditRegression(rare, numbers("y", i -> random.nextDouble())))
        .extracting(Finding::kind)
        .doesNotContain(Kind.OUTLIERS);
    assertThat(auditRegression(near, numbers("y", i -> i == 3 ? 4 : random.nextDouble())))
        .isEmpty();
  }

  @Test
  void aTargetThatIsScaledByLogarithmIsJudgedByIt() {
    NumericColumn target = numbers("y", i -> Math.exp(4 * random.nextGaussian()));
    assertThat(auditRegression(STANDARD, honest, target))
        .extracting(Finding::subject)
        .containsExactly("y");
    assertThat(
            auditRegression(
                STANDARD.with(new TargetPreparation(TargetScale.Kind.LOG)), honest, target))
        .isEmpty();
  }

  @Test
  void oneExceptionMakesItAFeature() {
    assertThat(
            audit(
                STANDARD,
                honest,
                numbers("score", i -> i % 7),
                numbers("y", i -> (i % 7 < 3) == (i != 20) ? 1 : 0)))
        .isEmpty();
  }

  @Test
  void aNumberThatFollowsFromAColumnIsALeak() {
    NumericColumn target = numbers("y", i -> honest.value(i) * honest.value(i));
    assertThat(auditRegression(honest, target))
        .containsExactly(
            new Finding(
                Kind.LABEL_LEAKAGE,
                "honest",
                "y rises or falls with honest without exception in 400 rows. Drop it, unless it is"
                    + " known before the label is."));
    NumericColumn coarse = numbers("coarse", i -> i % 25);
    NumericColumn follows = numbers("y", i -> (i % 25) * (i % 25 - 12.3));
    assertThat(auditRegression(coarse, follows)).extracting(Finding::subject).contains("coarse");
    NumericColumn noisy = numbers("y", i -> honest.value(i) + 0.01 * random.nextGaussian());
    assertThat(auditRegression(honest, noisy)).isEmpty();
  }

  /**
   * Strong but noisy features, of many and of few values, must pass. That a label flipped in 5 % of
   * 400 rows flips in none has a probability of 1e-9.
   */
  @ParameterizedTest
  @MethodSource("seeds")
  void aFeatureThatOnlyPredictsWellIsNoLeak(int seed) {
    RandomGenerator draws = new SplittableRandom(seed);
    double[] score = draws.doubles(ROWS).toArray();
    double[] label = new double[ROWS];
    Arrays.setAll(label, i -> (score[i] > 0.5) == (draws.nextDouble() > 0.05) ? 1 : 0);
    assertThat(
            audit(
                STANDARD,
                new NumericColumn("fine", score),
                numbers("coarse", i -> Math.floor(20 * score[i])),
                numbers("noise", i -> draws.nextInt(300)),
                new NumericColumn("y", label)))
        .isEmpty();
  }

  @Test
  void aColumnThatCountsTheRowsIsNamedInAnyOrder() {
    assertThat(audit(STANDARD, honest, numbers("id", i -> 1000 + i), numbers("y", i -> i % 2)))
        .containsExactly(
            new Finding(
                Kind.ROW_NUMBER,
                "id",
                "id counts the 400 rows from 1000 to 1399. It says nothing about new rows; drop"
                    + " it."));
    assertThat(audit(STANDARD, numbers("id", i -> i * 7 % ROWS), numbers("y", i -> i % 2)))
        .extracting(Finding::message)
        .containsExactly(
            "id counts the 400 rows from 0 to 399, in another order. It says nothing about new"
                + " rows; drop it.");
    assertThat(audit(STANDARD, numbers("id", i -> i == 9 ? 400 : i), numbers("y", i -> i % 2)))
        .isEmpty();
  }

  @Test
  void aConstantColumnIsNamed() {
    assertThat(audit(STANDARD, honest, numbers("same", i -> 3), numbers("y", i -> i % 2)))
        .containsExactly(
            new Finding(
                Kind.CONSTANT_COLUMN,
                "same",
                "same is 3 in every one of 400 rows. It tells nothing; drop it."));
  }

  @Test
  void rowsThatStandInTwoPartsAreCounted() {
    Column[] columns = {numbers("x", i -> i % 200 * 0.5), numbers("y", i -> i % 2)};
    List<Finding> findings = audit(STANDARD, columns);
    assertThat(findings)
        .extracting(Finding::kind, Finding::subject)
        .containsExactly(
            tuple(Kind.DUPLICATES_ACROSS_PARTS, "validation"),
            tuple(Kind.DUPLICATES_ACROSS_PARTS, "test"));
    assertThat(findings.get(0).message())
        .matches(
            "\\d+ of 40 validation rows \\(\\d+\\.\\d %\\) also stand in the training part, label"
                + " included: predicting them takes memory only\\. Set prepare\\.duplicates to"
                + " together or drop\\.");
    assertThat(audit(STANDARD.with(Duplicates.DROP), columns)).isEmpty();
    assertThat(audit(STANDARD.with(Duplicates.TOGETHER), columns)).isEmpty();
  }

  @Test
  void featuresOfDifferentScaleAreNamedUnlessTheyAreScaled() {
    Column[] columns = {
      numbers("wide", i -> 5000 * honest.value(i)), honest, numbers("y", i -> i % 2)
    };
    assertThat(audit(STANDARD, columns)).isEmpty();
    assertThat(audit(STANDARD.with(Scaling.NONE), columns))
        .singleElement()
        .satisfies(
            finding -> {
              assertThat(finding.kind()).isEqualTo(Kind.UNSCALED_FEATURES);
              assertThat(finding.subject()).isEqualTo("wide");
              assertThat(finding.message())
                  .matches(
                      "wide ranges over 49\\d\\d and honest over 0\\.99\\d\\d, 5000 times less\\."
                          + " Set prepare\\.scaling to standardize\\.");
            });
  }

  @Test
  void classesOfVeryDifferentSizeAreNamed() {
    assertThat(audit(STANDARD, honest, numbers("y", i -> i % 20 == 0 ? 1 : 0)))
        .containsExactly(
            new Finding(
                Kind.CLASS_IMBALANCE,
                "y",
                "y has 20 rows of class 1 and 380 of class 0, 19.0 times as many. Look at the"
                    + " balanced accuracy or the macro F1, or weigh the classes."));
  }

  @Test
  void rowsWithDifferentUnseenCategoriesAreNoDuplicates() {
    TextColumn names =
        TextColumn.of("name", IntStream.range(0, ROWS).mapToObj(i -> "n" + i).toList());
    Preparation many = STANDARD.with(ROWS, RareCategories.ERROR);
    assertThat(audit(many, names, numbers("y", i -> i % 2)))
        .noneMatch(finding -> finding.kind() == Kind.DUPLICATES_ACROSS_PARTS);
    TextColumn pairs =
        TextColumn.of("name", IntStream.range(0, ROWS).mapToObj(i -> "n" + i / 2).toList());
    assertThat(audit(many, pairs, numbers("y", i -> i / 2 % 2)))
        .anyMatch(finding -> finding.kind() == Kind.DUPLICATES_ACROSS_PARTS);
  }

  @Test
  void missingValuesAreCounted() {
    NumericColumn gaps = numbers("gaps", i -> i % 8 == 0 ? Double.NaN : honest.value(i));
    assertThat(audit(STANDARD.with(MissingValues.IMPUTE), honest, gaps, numbers("y", i -> i % 2)))
        .containsExactly(
            new Finding(
                Kind.MISSING_VALUES,
                "gaps",
                "gaps is missing in 50 of 400 rows (12.5 %); prepare.missing says what happens to"
                    + " them."));
  }

  @Test
  void whatHoldsOfManyColumnsIsSummedUp() {
    List<Column> columns = new ArrayList<>(List.of(honest));
    IntStream.range(0, 50).forEach(c -> columns.add(numbers("c" + c, i -> c)));
    columns.add(numbers("y", i -> i % 2));
    List<Finding> findings = audit(STANDARD, columns.toArray(Column[]::new));
    assertThat(findings).hasSize(11);
    assertThat(findings.get(10))
        .isEqualTo(
            new Finding(
                Kind.CONSTANT_COLUMN,
                "40 more columns",
                "The same holds of 40 more columns: c10, c11, c12, c13, c14, c15, c16, c17, c18, c19"
                    + " and others."));
  }

  private static List<Finding> audit(Preparation preparation, Column... columns) {
    return PreparedDataset.of(
            RawData.of(
                "t", RawTable.generated("t", Arrays.asList(columns)), "y", LabelRule.plain()),
            preparation,
            new RandomStreams(1))
        .audit();
  }

  private static List<Finding> auditRegression(Column... columns) {
    return auditRegression(STANDARD, columns);
  }

  private static List<Finding> auditRegression(Preparation preparation, Column... columns) {
    LabelRule rule = new LabelRule(TaskChoice.REGRESSION, Map.of(), Map.of());
    return PreparedDataset.of(
            RawData.of("t", RawTable.generated("t", Arrays.asList(columns)), "y", rule),
            preparation,
            new RandomStreams(1))
        .audit();
  }

  private static NumericColumn numbers(String name, IntToDoubleFunction value) {
    return new NumericColumn(name, IntStream.range(0, ROWS).mapToDouble(value).toArray());
  }

  private static TextColumn text(String name, IntPredicate value) {
    return TextColumn.of(
        name, IntStream.range(0, ROWS).mapToObj(i -> value.test(i) ? "in" : "out").toList());
  }
}
