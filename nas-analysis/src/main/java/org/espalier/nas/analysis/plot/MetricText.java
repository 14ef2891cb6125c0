package org.espalier.nas.analysis.plot;

import java.util.Locale;
import java.util.OptionalDouble;
import org.espalier.nas.analysis.chart.Axis;
import org.espalier.nas.analysis.markup.Figures;
import org.espalier.nas.analysis.run.Objective;

/**
 * How the metric of a run is written.
 *
 * @param objective the run's
 */
public record MetricText(Objective objective) {

  /** What stands where there is no value. */
  public static final String ABSENT = "\u2013";

  /** Its name in words. */
  public String name() {
    return objective.metricName();
  }

  /** Its name at the start of a heading. */
  public String heading() {
    return name().isEmpty()
        ? ""
        : name().substring(0, 1).toUpperCase(Locale.ROOT) + name().substring(1);
  }

  /** Its name with its unit. */
  public String axisTitle() {
    return objective.isShare() ? name() + " (%)" : name();
  }

  /** How an axis writes it. */
  public Axis.Unit unit() {
    return objective.isShare() ? Axis.Unit.PERCENT : Axis.Unit.NUMBER;
  }

  /** A value of it. */
  public String of(double value) {
    return objective.isShare() ? Figures.percent(value, 2) : Figures.significant(value);
  }

  /** A value of it, or a dash. */
  public String of(OptionalDouble value) {
    return value.isPresent() ? of(value.getAsDouble()) : ABSENT;
  }
}
