package org.espalier.nas.analysis.plot;

import java.util.OptionalDouble;
import org.espalier.nas.analysis.chart.Axis;
import org.espalier.nas.analysis.markup.Capitalization;
import org.espalier.nas.analysis.markup.NumberFormat;
import org.espalier.nas.analysis.metric.DisplayMetric;
import org.espalier.nas.api.trial.TrialResult;

/**
 * Names and values of a metric as text.
 *
 * @param metric the metric
 */
public record MetricText(DisplayMetric metric) {

  /** Placeholder for a missing value. */
  public static final String ABSENT = "\u2013";

  /** Returns the name in words. */
  public String name() {
    return metric.label();
  }

  /** Returns the name, capitalized. */
  public String heading() {
    return Capitalization.of(name());
  }

  /** Returns the name with the unit. */
  public String axisTitle() {
    return metric.isFraction() ? name() + " (%)" : name();
  }

  /** Returns the number format of an axis. */
  public Axis.Unit unit() {
    return metric.isFraction() ? Axis.Unit.PERCENT : Axis.Unit.NUMBER;
  }

  /** Returns a value. */
  public String of(double value) {
    return metric.isFraction() ? NumberFormat.percent(value, 2) : NumberFormat.significant(value);
  }

  /** Returns the value of a trial, with its spread over folds if it has any, or {@link #ABSENT}. */
  public String of(TrialResult result) {
    OptionalDouble spread = metric.spread().valueOf(result);
    return of(metric.valueOf(result))
        + (spread.isPresent() ? " \u00b1 " + of(spread.getAsDouble()) : "");
  }

  /** Returns a value, or {@link #ABSENT}. */
  public String of(OptionalDouble value) {
    return value.isPresent() ? of(value.getAsDouble()) : ABSENT;
  }
}
