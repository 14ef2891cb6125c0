package org.espalier.nas.analysis.chart;

import java.util.List;
import java.util.Objects;

/**
 * A chart with two axes.
 *
 * @param id unique within a page; letters and hyphens
 * @param title heading
 * @param description text alternative for screen readers
 * @param x horizontal axis
 * @param y vertical axis
 * @param series the data, the last on top
 * @param tooltips texts shown at the pointer
 * @param hover choice of the tooltip for a pointer position
 */
public record XyChart(
    String id,
    String title,
    String description,
    Axis x,
    Axis y,
    List<Series> series,
    List<Tooltip> tooltips,
    Hover hover) {

  /** The choice of the tooltip for a pointer position. */
  public enum Hover {
    /** The tooltip with the nearest horizontal position. */
    NEAREST_COLUMN,
    /** The nearest tooltip. */
    NEAREST_POINT
  }

  /** Checks and copies. */
  public XyChart {
    Objects.requireNonNull(id);
    Objects.requireNonNull(title);
    Objects.requireNonNull(description);
    Objects.requireNonNull(x);
    Objects.requireNonNull(y);
    Objects.requireNonNull(hover);
    series = List.copyOf(series);
    tooltips = List.copyOf(tooltips);
  }

  /** Returns the series that a legend names; none if a single series has a name. */
  public List<Series> legend() {
    List<Series> named = series.stream().filter(one -> !one.name().isEmpty()).toList();
    return named.size() < 2 ? List.of() : named;
  }

  /** Returns the number of points outside the axes, which are drawn at the edge. */
  public long outliers() {
    return series.stream()
        .filter(Series.Points.class::isInstance)
        .flatMap(points -> ((Series.Points) points).points().stream())
        .filter(point -> !x.contains(point.x()) || !y.contains(point.y()))
        .count();
  }
}
