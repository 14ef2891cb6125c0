package org.espalier.nas.data.audit;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.DoublePredicate;
import java.util.stream.IntStream;
import org.espalier.nas.api.data.Finding;
import org.espalier.nas.api.data.TargetScale;
import org.espalier.nas.api.data.Task;
import org.espalier.nas.data.table.Column;
import org.espalier.nas.data.table.NumericColumn;

/**
 * A count of the values of a numeric column, or of a number to predict, that are far from most
 * others: more than ten interquartile ranges below the first or above the third quartile. A column
 * of which half the values are equal has no range and is not checked; the logarithms of a target
 * are checked if it is scaled by logarithm.
 */
final class OutlierCheck implements Check {
  private static final double RANGES = 10;
  private static final int FEWEST_VALUES = 20;

  @Override
  public List<Finding> findings(AuditedData data) {
    List<Finding> findings = new ArrayList<>();
    for (Column column : data.features()) {
      if (column instanceof NumericColumn numbers) {
        finding(
                data,
                numbers,
                numbers,
                "Fix or remove the rows if these values are errors; they shift the scaling of the"
                    + " column.")
            .ifPresent(findings::add);
      }
    }
    if (data.task() instanceof Task.Regression regression
        && data.table().column(regression.target()) instanceof NumericColumn target) {
      boolean log = regression.scale().kind() == TargetScale.Kind.LOG;
      finding(
              data,
              target,
              log ? logarithms(target) : target,
              "Fix or remove the rows if these values are errors; they dominate the squared error."
                  + (log
                      ? ""
                      : " For a skewed positive target set prepare.targets.scaling to log."))
          .ifPresent(findings::add);
    }
    return findings;
  }

  private static NumericColumn logarithms(NumericColumn target) {
    return new NumericColumn(
        target.name(),
        IntStream.range(0, target.size())
            .mapToDouble(row -> StrictMath.log(target.value(row)))
            .toArray());
  }

  private static Optional<Finding> finding(
      AuditedData data, NumericColumn column, NumericColumn judged, String remedy) {
    int[] known = IntStream.of(data.rows()).filter(row -> !judged.missing(row)).toArray();
    double[] sorted = IntStream.of(known).mapToDouble(judged::value).sorted().toArray();
    if (sorted.length < FEWEST_VALUES) {
      return Optional.empty();
    }
    double low = sorted[sorted.length / 4];
    double high = sorted[sorted.length - 1 - sorted.length / 4];
    double margin = RANGES * (high - low);
    DoublePredicate far = value -> value < low - margin || value > high + margin;
    int[] outliers = IntStream.of(known).filter(row -> far.test(judged.value(row))).toArray();
    return margin == 0 || outliers.length == 0
        ? Optional.empty()
        : Optional.of(
            new Finding(
                Finding.Kind.OUTLIERS,
                column.name(),
                message(data, column, known, outliers) + " " + remedy));
  }

  private static String message(
      AuditedData data, NumericColumn column, int[] known, int[] outliers) {
    double[] values = IntStream.of(known).mapToDouble(column::value).sorted().toArray();
    int example = outliers[0];
    return String.format(
        Locale.ROOT,
        "%s has %d %s, for example %s (%s); half of its values lie between %.4g and %.4g.",
        column.name(),
        outliers.length,
        outliers.length == 1 ? "outlier" : "outliers",
        NumericColumn.format(column.value(example)),
        data.table().place(example),
        values[values.length / 4],
        values[values.length - 1 - values.length / 4]);
  }
}
