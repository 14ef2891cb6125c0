package org.espalier.nas.data.prepare;

import java.util.Objects;
import org.espalier.nas.api.InvalidSettingException;
import org.espalier.nas.api.plugin.Default;
import org.espalier.nas.api.plugin.Description;
import org.espalier.nas.api.plugin.Range;
import org.espalier.nas.api.plugin.SettingRanges;
import org.jspecify.annotations.Nullable;

/**
 * The division of rows into training, validation and test, or into folds and test.
 *
 * @param by rule by which rows are assigned to parts
 * @param column column of the dates or groups; absent for {@code random}, and where the only column
 *     of dates is meant
 * @param validation share of rows on which candidates are compared, in (0, 1)
 * @param test share of rows left untouched during the search, in [0, 1); not used if the data have
 *     a test part of their own
 * @param stratify true if each class has the same share in every part; regression, {@code date} and
 *     {@code group} ignore it
 * @param seed seed of the shuffle; absent: the study's seed
 * @param folds number of folds of a cross-validation of the rows outside the test part, of which
 *     each is the validation part once, so that {@code validation} is not used; absent: none
 */
public record Split(
    @Default("random") @Description("Rule: random, by date or by group.") SplitRule by,
    @Nullable @Description("Column of the dates or groups.") String column,
    @Default("0.1") @Description("Share of rows on which candidates are compared.") @Range("(0, 1)")
        double validation,
    @Default("0.2") @Description("Share of rows left untouched during the search.") @Range("[0, 1)")
        double test,
    @Default("true") @Description("Keep the proportions of the classes in every part.")
        boolean stratify,
    @Nullable @Description("Seed of the shuffle; absent: the study's.") @Range("(-inf, inf)")
        Long seed,
    @Nullable @Description("Folds of a cross-validation; absent: none.") @Range("[2, inf)")
        Integer folds) {

  /** Checks the shares and the column. */
  public Split {
    Objects.requireNonNull(by);
    SettingRanges.check(Split.class, by, column, validation, test, stratify, seed, folds);
    if (folds == null && validation + test >= 1) {
      throw new InvalidSettingException(
          "test",
          "test (%s) and validation (%s) must leave rows for training."
              .formatted(test, validation));
    }
    if (by == SplitRule.RANDOM && column != null) {
      throw new InvalidSettingException(
          "column",
          "column (%s) is not used by a random split; set by to date or group, or remove column."
              .formatted(column));
    }
    if (by == SplitRule.GROUP && column == null) {
      throw new InvalidSettingException(
          "column", "column must be given with by (group): the column that names the groups.");
    }
    if (by == SplitRule.DATE && folds != null) {
      throw new InvalidSettingException(
          "folds",
          ("folds (%d) cannot be used with by (date): networks would be trained on rows newer than"
                  + " those they are measured on. Remove folds, or set by to random or group.")
              .formatted(folds));
    }
  }

  /** Returns a random split. */
  public static Split random(
      double validation, double test, boolean stratify, @Nullable Long seed) {
    return new Split(SplitRule.RANDOM, null, validation, test, stratify, seed, null);
  }

  /**
   * Returns the default: one tenth for validation, two for test, stratified, shuffled by the
   * study's seed.
   */
  public static Split standard() {
    return random(0.1, 0.2, true, null);
  }

  /** Returns this split by another column. */
  public Split with(String otherColumn) {
    return new Split(by, otherColumn, validation, test, stratify, seed, folds);
  }

  /** Returns the standard split by this rule and column. */
  public Split ruleOnly() {
    Split usual = standard();
    return new Split(by, column, usual.validation, usual.test, usual.stratify, null, null);
  }

  /** Returns this split with a cross-validation. */
  public Split withFolds(int newFolds) {
    return new Split(by, column, validation, test, stratify, seed, newFolds);
  }
}
