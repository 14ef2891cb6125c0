package org.espalier.nas.experiment.file;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.espalier.nas.api.InvalidSettingException;
import org.espalier.nas.api.plugin.Default;
import org.espalier.nas.api.plugin.Description;
import org.espalier.nas.api.plugin.SingleAllowed;
import org.espalier.nas.api.space.SearchSpace;
import org.espalier.nas.data.table.CsvFormat;
import org.espalier.nas.engine.table.MeasuredData;
import org.espalier.nas.engine.table.MetricColumns;
import org.espalier.nas.engine.table.NumberColumn;
import org.jspecify.annotations.Nullable;

/**
 * The recipe of a table of results that were measured elsewhere.
 *
 * @param name name of the table and of its file
 * @param description description for display
 * @param source origin of the results, kept in the table
 * @param rows path of the file with one row for each architecture, relative to the recipe or else
 *     to the user's folder of data sets; further files have further columns
 * @param key column that tells which rows of further files belong to which of the first, or null
 * @param format format of the file
 * @param searchSpace search space of the architectures
 * @param decisions column by decision; a decision without one is in the column of its name
 * @param values option by the text of a cell; other texts stand for themselves
 * @param valuesOf the same for single decisions, by their names
 * @param metrics columns by metric
 * @param facts column by fact, such as {@code parameters}
 * @param seconds column of the training times over all epochs, or null
 * @param dataset data set on which the results were measured, or null if the space needs none
 * @param partial true if architectures may be missing
 */
public record ImportRecipe(
    @Description("Name of the table and of its file.") String name,
    @Description("Purpose of the table.") @Nullable String description,
    @Description("Origin of the results.") @Nullable String source,
    @SingleAllowed
        @Description("File with one row for each architecture; further files add columns.")
        List<String> rows,
    @Description("Column by which rows of several files belong together.") @Nullable String key,
    @Default("{}") @Description("Format of the file.") CsvFormat format,
    @Description("Search space.") Component<SearchSpace> searchSpace,
    @Default("{}") @Description("Column of each decision.") Map<String, String> decisions,
    @Default("{}") @Description("Option by the text of a cell.") Map<String, String> values,
    @Default("{}") @Description("Option by the text of a cell, for single decisions.")
        Map<String, Map<String, String>> valuesOf,
    @Description("Columns of each metric.") Map<String, List<MetricColumns>> metrics,
    @Default("{}") @Description("Column of each fact.") Map<String, NumberColumn> facts,
    @Description("Column of the training times over all epochs.") @Nullable NumberColumn seconds,
    @Description("Data set on which the results were measured.") @Nullable MeasuredData dataset,
    @Default("false") @Description("Allow architectures to be missing.") boolean partial) {

  /** Checks the name and the metrics, and copies. */
  public ImportRecipe {
    Objects.requireNonNull(searchSpace);
    rows = List.copyOf(rows);
    if (rows.isEmpty()) {
      throw new InvalidSettingException("rows", "rows [] must name at least one file.");
    }
    if (rows.size() > 1 && key == null) {
      throw new InvalidSettingException(
          "key",
          "key must name the column by which the rows of %s belong together.".formatted(rows));
    }
    decisions = ordered(decisions);
    values = ordered(values);
    valuesOf = ordered(valuesOf);
    metrics = ordered(metrics);
    facts = ordered(facts);
    if (name.isBlank() || name.contains("/") || name.contains("\\")) {
      throw new InvalidSettingException("name", "name (" + name + ") must be a file name.");
    }
    if (metrics.isEmpty()) {
      throw new InvalidSettingException(
          "metrics", "metrics {} must name at least one metric, such as validation.accuracy.");
    }
    metrics.forEach(ImportRecipe::requireDistinct);
  }

  private static void requireDistinct(String metric, List<MetricColumns> columns) {
    long distinct = columns.stream().mapToInt(MetricColumns::epochs).distinct().count();
    if (columns.isEmpty() || distinct < columns.size()) {
      throw new InvalidSettingException(
          "metrics." + metric,
          "metrics.%s must be columns at different epochs, found %s. Put the columns of all seeds into one list."
              .formatted(metric, columns.stream().map(MetricColumns::epochs).toList()));
    }
  }

  private static <T> Map<String, T> ordered(Map<String, T> map) {
    return Collections.unmodifiableMap(new LinkedHashMap<>(map));
  }
}
