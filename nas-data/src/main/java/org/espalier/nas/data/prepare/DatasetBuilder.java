package org.espalier.nas.data.prepare;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apiguardian.api.API;
import org.espalier.nas.api.InvalidDataException;
import org.espalier.nas.api.data.Dataset;
import org.espalier.nas.api.random.RandomStreams;
import org.espalier.nas.data.table.Column;
import org.espalier.nas.data.table.NumericColumn;
import org.espalier.nas.data.table.RawTable;
import org.espalier.nas.data.table.TextColumn;
import org.jspecify.annotations.Nullable;

/**
 * A builder of data sets from values in memory, for plugins and programs. The values are split,
 * encoded, scaled, audited and hashed as those of a CSV file.
 *
 * <p>A plugin's data set extends {@link ForwardingDataset}, and its config record has a component
 * of type {@link Preparation}:
 *
 * <pre>{@code
 * @Inject
 * public Weather(WeatherSettings settings, RandomStreams streams) {
 *   super(
 *       DatasetBuilder.named("weather")
 *           .numbers("temperature", temperatures)
 *           .texts("station", stations)
 *           .texts("sky", skies)
 *           .build(settings.prepare(), streams));
 * }
 * }</pre>
 */
@API(status = EXPERIMENTAL, since = "0.1")
public final class DatasetBuilder {
  private final String name;
  private final List<Column> columns = new ArrayList<>();
  private @Nullable String label;
  private @Nullable Integer firstTestRow;
  private LabelRule rule = LabelRule.plain();

  private DatasetBuilder(String name) {
    this.name = name;
  }

  /**
   * Begins a data set.
   *
   * @param name name for display; also names the rows in messages: {@code weather, row 7}
   */
  public static DatasetBuilder named(String name) {
    return new DatasetBuilder(name);
  }

  /**
   * Adds a column of numbers.
   *
   * @param column name of the column, unique in the data set
   * @param values a number for each row, copied; NaN is a missing value
   * @throws InvalidDataException if a value is infinite, or if there are not as many values as in
   *     the earlier columns
   */
  public DatasetBuilder numbers(String column, double[] values) {
    double[] copy = values.clone();
    for (int row = 0; row < copy.length; row++) {
      if (Double.isInfinite(copy[row])) {
        throw new InvalidDataException(
            "%s, row %d: %s (%s) must be finite, or NaN if it is missing."
                .formatted(name, row + 1, column, copy[row]));
      }
    }
    return add(new NumericColumn(column, copy));
  }

  /**
   * Adds columns of numbers.
   *
   * @param names names of the columns, unique in the data set
   * @param rows values of the shape [rows, columns], copied; NaN is a missing value
   * @throws InvalidDataException if a row has not one value for each name, or as for a single
   *     column
   */
  public DatasetBuilder numbers(List<String> names, double[][] rows) {
    for (int row = 0; row < rows.length; row++) {
      if (rows[row].length != names.size()) {
        throw new InvalidDataException(
            "%s, row %d: the row has %d values; it must have %d, one for each of %s."
                .formatted(name, row + 1, rows[row].length, names.size(), names));
      }
    }
    for (int column = 0; column < names.size(); column++) {
      double[] values = new double[rows.length];
      for (int row = 0; row < rows.length; row++) {
        values[row] = rows[row][column];
      }
      numbers(names.get(column), values);
    }
    return this;
  }

  /**
   * Adds a column of texts, each a category.
   *
   * @param column name of the column, unique in the data set
   * @param values a text for each row; null is a missing value
   * @throws InvalidDataException if there are not as many values as in the earlier columns
   */
  public DatasetBuilder texts(String column, List<@Nullable String> values) {
    return add(TextColumn.of(column, values));
  }

  private DatasetBuilder add(Column column) {
    if (!columns.isEmpty() && columns.get(0).size() != column.size()) {
      throw new InvalidDataException(
          "%s: column %s has %d values; it must have %d, as column %s has."
              .formatted(
                  name,
                  column.name(),
                  column.size(),
                  columns.get(0).size(),
                  columns.get(0).name()));
    }
    columns.add(column);
    return this;
  }

  /** Sets the column to predict; by default it is the last one added. */
  public DatasetBuilder label(String column) {
    this.label = column;
    return this;
  }

  /**
   * Sets the task; by default texts and few whole numbers are classes, other numbers a regression.
   */
  public DatasetBuilder task(TaskChoice task) {
    this.rule = new LabelRule(task, rule.bins(), rule.classNames());
    return this;
  }

  /**
   * Sets classes of a numeric label.
   *
   * @param bins ranges by the names of the classes, in their order: {@code {low=..5, high=6..}}
   * @throws org.espalier.nas.api.InvalidSettingException if a range is malformed or overlaps
   */
  public DatasetBuilder bins(Map<String, String> bins) {
    this.rule = new LabelRule(rule.task(), bins, rule.classNames());
    return this;
  }

  /**
   * Sets names of classes.
   *
   * @param classNames names by the label's values; two values with the same name are one class
   */
  public DatasetBuilder classNames(Map<String, String> classNames) {
    this.rule = new LabelRule(rule.task(), rule.bins(), classNames);
    return this;
  }

  /**
   * Makes the last rows the test part; by default it is split off as the preparation states.
   *
   * @param row index of the first of them, at least 1
   */
  public DatasetBuilder testFrom(int row) {
    this.firstTestRow = row;
    return this;
  }

  /**
   * Prepares the data set.
   *
   * @param preparation scaling, treatment of missing values, split and so on: usually the key
   *     {@code prepare} of the experiment file
   * @param streams source of the split's seed, unless the split has its own
   * @throws InvalidDataException if there is no column besides the label, no row, or the data
   *     cannot be used as they are
   */
  public Dataset build(Preparation preparation, RandomStreams streams) {
    if (columns.isEmpty() || columns.get(0).size() == 0) {
      throw new InvalidDataException(name + " has no rows; a data set needs some.");
    }
    int rows = columns.get(0).size();
    Integer test = firstTestRow;
    if (test != null && (test < 1 || test > rows)) {
      throw new InvalidDataException(
          "%s: the test part begins at row index %d; it must lie in [1, %d]."
              .formatted(name, test, rows));
    }
    String target = label == null ? columns.get(columns.size() - 1).name() : label;
    RawTable table = RawTable.generated(name, columns);
    return PreparedDataset.of(
        new RawData(name, table, target, rule, test == null ? rows : test), preparation, streams);
  }
}
