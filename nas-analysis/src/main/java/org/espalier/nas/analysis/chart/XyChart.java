package org.espalier.nas.analysis.chart;

import java.util.List;
import java.util.Objects;

/**
 * A chart with two axes.
 *
 * @param id unique within a page, of letters and hyphens
 * @param title what it shows, as a heading
 * @param description what is to be seen, for those who do not see it
 * @param x the horizontal axis
 * @param y the vertical axis
 * @param marks what is drawn, the last on top
 * @param tips what it says when it is pointed at
 * @param pointing which tip is meant by a place
 */
public record XyChart(
    String id,
    String title,
    String description,
    Axis x,
    Axis y,
    List<Mark> marks,
    List<Tip> tips,
    Pointing pointing) {

  /** Which tip is meant by a place. */
  public enum Pointing {
    /** The one whose horizontal position is nearest. */
    NEAREST_COLUMN,
    /** The one that is nearest. */
    NEAREST_POINT
  }

  /** Checks and copies. */
  public XyChart {
    Objects.requireNonNull(id);
    Objects.requireNonNull(title);
    Objects.requireNonNull(description);
    Objects.requireNonNull(x);
    Objects.requireNonNull(y);
    Objects.requireNonNull(pointing);
    marks = List.copyOf(marks);
    tips = List.copyOf(tips);
  }
}
