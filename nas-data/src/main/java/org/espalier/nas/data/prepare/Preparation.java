package org.espalier.nas.data.prepare;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.espalier.nas.api.plugin.Default;
import org.espalier.nas.api.plugin.Description;
import org.espalier.nas.api.plugin.Range;
import org.espalier.nas.api.plugin.SettingRanges;

/**
 * The preparation of a raw table. Statistics of the data, such as means and categories, are those
 * of the training part alone.
 *
 * @param scaling scaling of numeric columns
 * @param missing treatment of missing values
 * @param duplicates treatment of duplicate rows
 * @param maximumCategories maximum number of categories of a text column
 * @param rare treatment of the rarest categories of a column that has more than that
 * @param encode encodings of text columns, by name, in place of one feature for each category
 * @param targets preparation of a regression's targets
 * @param split division of the rows into parts
 */
public record Preparation(
    @Default("standardize") @Description("Scaling of numeric columns.") Scaling scaling,
    @Default("error") @Description("Treatment of missing values.") MissingValues missing,
    @Default("keep") @Description("Treatment of duplicate rows.") Duplicates duplicates,
    @Default("100")
        @Description("Maximum number of categories of a text column.")
        @Range("[1, inf)")
        int maximumCategories,
    @Default("error") @Description("Treatment of the rarest categories where there are too many.")
        RareCategories rare,
    @Default("{}")
        @Description("Encodings of text columns: {city: {type: hashing}, user: {type: frequency}}.")
        Map<String, ColumnEncoding> encode,
    @Default("{}") @Description("Preparation of the targets of a regression.")
        TargetPreparation targets,
    @Default("{}") @Description("Division of the rows into training, validation and test.")
        Split split) {

  /** Checks the number of categories. */
  public Preparation {
    Objects.requireNonNull(scaling);
    Objects.requireNonNull(missing);
    Objects.requireNonNull(duplicates);
    Objects.requireNonNull(rare);
    encode = Collections.unmodifiableMap(new LinkedHashMap<>(encode));
    Objects.requireNonNull(targets);
    Objects.requireNonNull(split);
    SettingRanges.check(
        Preparation.class,
        scaling,
        missing,
        duplicates,
        maximumCategories,
        rare,
        encode,
        targets,
        split);
  }

  /** Returns the default: standardised, complete, one tenth for validation and two for test. */
  public static Preparation standard() {
    return new Preparation(
        Scaling.STANDARDIZE,
        MissingValues.ERROR,
        Duplicates.KEEP,
        100,
        RareCategories.ERROR,
        Map.of(),
        TargetPreparation.standard(),
        Split.standard());
  }

  /** Returns this preparation with another scaling. */
  public Preparation with(Scaling other) {
    return new Preparation(
        other, missing, duplicates, maximumCategories, rare, encode, targets, split);
  }

  /** Returns this preparation with another treatment of missing values. */
  public Preparation with(MissingValues other) {
    return new Preparation(
        scaling, other, duplicates, maximumCategories, rare, encode, targets, split);
  }

  /** Returns this preparation with another limit of categories. */
  public Preparation with(int newMaximum, RareCategories newRare) {
    return new Preparation(
        scaling, missing, duplicates, newMaximum, newRare, encode, targets, split);
  }

  /** Returns this preparation with other encodings of text columns. */
  public Preparation with(Map<String, ColumnEncoding> other) {
    return new Preparation(
        scaling, missing, duplicates, maximumCategories, rare, other, targets, split);
  }

  /** Returns this preparation with another preparation of the targets. */
  public Preparation with(TargetPreparation other) {
    return new Preparation(
        scaling, missing, duplicates, maximumCategories, rare, encode, other, split);
  }

  /** Returns this preparation with another split. */
  public Preparation with(Split other) {
    return new Preparation(
        scaling, missing, duplicates, maximumCategories, rare, encode, targets, other);
  }

  /** Returns this preparation with another treatment of duplicates. */
  public Preparation with(Duplicates other) {
    return new Preparation(
        scaling, missing, other, maximumCategories, rare, encode, targets, split);
  }
}
