package org.espalier.nas.data.csv;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.espalier.nas.api.InvalidSettingException;
import org.espalier.nas.api.plugin.Default;
import org.espalier.nas.api.plugin.Description;
import org.espalier.nas.api.plugin.Example;
import org.espalier.nas.api.plugin.Range;
import org.espalier.nas.api.plugin.SingleAllowed;
import org.espalier.nas.data.prepare.DroppedColumns;
import org.espalier.nas.data.prepare.LabelRule;
import org.espalier.nas.data.prepare.Preparation;
import org.espalier.nas.data.prepare.Split;
import org.espalier.nas.data.prepare.SplitRule;
import org.espalier.nas.data.prepare.TaskChoice;
import org.espalier.nas.data.table.ColumnRoles;
import org.espalier.nas.data.table.CsvFormat;
import org.jspecify.annotations.Nullable;

/**
 * A data set in a text file.
 *
 * @param file path of the file, relative to the experiment file
 * @param testFile file with the same columns and the rows of the test part
 * @param format format of the file
 * @param label name of the label column, or names of several; empty: see {@code labelPosition}
 * @param labelPosition position of the label column, from 1, or from the end, −1 being the last;
 *     absent, and no {@code label} either: the last
 * @param labelSeparator text between the labels of a row in one column; absent: one value
 * @param task kind of prediction
 * @param bins names and ranges of the classes that a numeric label is put into
 * @param classNames class names for the label's values
 * @param drop columns to ignore
 * @param categorical numeric columns to treat as categories
 * @param dates columns of dates, and the pattern of each
 * @param prepare preparation of the data; a split by date without a column is by the only column of
 *     dates
 */
public record CsvSettings(
    @Description("The file; a name ending in .gz is decompressed.") @Example("flowers.csv")
        Path file,
    @Nullable @Description("File with the rows of the test part.") Path testFile,
    @Default("{}") @Description("Format of the file.") CsvFormat format,
    @Default("[]")
        @SingleAllowed
        @Description("Name of the label column, or a list of 0/1 columns: multi-label.")
        List<String> label,
    @Nullable
        @Description("Position of the label column: from 1, or -1 for the last.")
        @Range("(-inf, inf)")
        Integer labelPosition,
    @Nullable @Description("Text between the labels in a column that has several: multi-label.")
        String labelSeparator,
    @Default("auto") @Description("Task: classification, regression or multi-label.")
        TaskChoice task,
    @Default("{}") @Description("Ranges of a numeric label: {low: ..5, high: 6..}.")
        Map<String, String> bins,
    @Default("{}") @Description("Class names for the label's values.")
        Map<String, String> classNames,
    @Default("[]") @Description("Columns to ignore.") List<String> drop,
    @Default("[]") @Description("Numeric columns to treat as categories.") List<String> categorical,
    @Default("{}")
        @Description("Columns of dates, read as days since 1970-01-01: {signed: yyyy-MM-dd}.")
        Map<String, String> dates,
    @Default("{}") @Description("Preparation of the data: scaling, missing values, split.")
        Preparation prepare) {

  /** Checks the label. */
  public CsvSettings {
    Objects.requireNonNull(format);
    Objects.requireNonNull(prepare);
    label = List.copyOf(label);
    LabelRule rule = new LabelRule(task, bins, classNames, labelSeparator);
    rule.multiLabel(label);
    bins = rule.bins();
    classNames = rule.classNames();
    drop = List.copyOf(drop);
    categorical = List.copyOf(categorical);
    dates = ColumnRoles.of(categorical, drop, dates).dates();
    prepare = withDate(prepare, dates.keySet());
    Objects.requireNonNull(file);
    if (!label.isEmpty() && labelPosition != null) {
      throw new InvalidSettingException(
          "labelPosition",
          "labelPosition (%d) and label (%s) cannot both be given."
              .formatted(labelPosition, String.join(", ", label)));
    }
    if (labelPosition != null && labelPosition == 0) {
      throw new InvalidSettingException(
          "labelPosition", "labelPosition (0) must count from 1, or from -1 for the last column.");
    }
    if (label.isEmpty() && labelSeparator != null) {
      throw new InvalidSettingException(
          "labelSeparator",
          "labelSeparator (%s) needs the name of the label column in label."
              .formatted(labelSeparator));
    }
    for (String column : label) {
      if (drop.contains(column)) {
        throw new InvalidSettingException(
            "drop", "drop " + drop + " must not hold the label " + column + ".");
      }
    }
    if (Set.copyOf(label).size() < label.size()) {
      throw new InvalidSettingException("label", "label " + label + " must name each column once.");
    }
  }

  /** Returns a preparation whose split names the column of dates. */
  private static Preparation withDate(Preparation prepare, Set<String> dates) {
    Split split = prepare.split();
    if (split.by() != SplitRule.DATE || split.column() != null) {
      return prepare;
    }
    if (dates.size() != 1) {
      throw new InvalidSettingException(
          "prepare.split.column",
          "prepare.split.column must be given with by (date), since dates has %d columns%s."
              .formatted(
                  dates.size(),
                  dates.isEmpty() ? "" : " (" + String.join(", ", dates) + "); name one of them"));
    }
    return prepare.with(split.with(dates.iterator().next()));
  }

  /** Returns the columns that are not read as their values suggest. */
  public ColumnRoles roles() {
    ColumnRoles roles = ColumnRoles.of(categorical, dropped().ofAnyKind(), dates);
    return labelSeparator == null ? roles : roles.withLists(label);
  }

  /** Returns the dropped columns. */
  DroppedColumns dropped() {
    return DroppedColumns.of(drop, prepare.split());
  }

  /** Returns these settings with the standard preparation. */
  CsvSettings unprepared() {
    return new CsvSettings(
        file,
        testFile,
        format,
        label,
        labelPosition,
        labelSeparator,
        task,
        bins,
        classNames,
        drop,
        categorical,
        dates,
        Preparation.standard().with(prepare.split().ruleOnly()));
  }

  /** Returns the rule for the label's values. */
  public LabelRule labelRule() {
    return new LabelRule(task, bins, classNames, labelSeparator);
  }
}
