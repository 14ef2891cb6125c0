package org.espalier.nas.analysis.chart;

import java.util.List;
import org.espalier.nas.analysis.drawing.PaletteColor;

/** The graphical representation of one series of data. */
public sealed interface Series {

  /** Returns the legend text; empty if the legend omits the series. */
  String name();

  /** Returns the color. */
  PaletteColor color();

  /**
   * A pair of values.
   *
   * @param x horizontal value
   * @param y vertical value
   */
  record DataPoint(double x, double y) {}

  /**
   * A circle at each point; a triangle at the edge for a point outside the axes.
   *
   * @param name legend text
   * @param color fill color
   * @param points the data
   */
  record Points(String name, PaletteColor color, List<DataPoint> points) implements Series {
    /** Copies. */
    public Points {
      points = List.copyOf(points);
    }
  }

  /**
   * A text beside each point, where it covers neither another text nor a point.
   *
   * @param points the texts
   * @param avoided further points to leave free where possible
   * @param left true if the place on the left of a point is preferred
   * @param above true if the place above a point is preferred
   */
  record Labels(List<LabelledPoint> points, List<DataPoint> avoided, boolean left, boolean above)
      implements Series {
    /** Copies. */
    public Labels {
      points = List.copyOf(points);
      avoided = List.copyOf(avoided);
    }

    @Override
    public String name() {
      return "";
    }

    @Override
    public PaletteColor color() {
      return PaletteColor.TEXT;
    }
  }

  /**
   * A point with a text.
   *
   * @param point the position
   * @param text a few words; empty for a point that no text may cover
   */
  record LabelledPoint(DataPoint point, String text) {}

  /**
   * Lines to both sides of points, for the spread of a measurement.
   *
   * @param name legend text
   * @param color line color
   * @param spreads the spreads
   */
  record Spreads(String name, PaletteColor color, List<Spread> spreads) implements Series {
    /** Copies. */
    public Spreads {
      spreads = List.copyOf(spreads);
    }
  }

  /**
   * A spread around a point.
   *
   * @param point the middle
   * @param x half of the horizontal length, 0 for none
   * @param y half of the vertical length, 0 for none
   */
  record Spread(DataPoint point, double x, double y) {}

  /**
   * A cross at the lower edge for each horizontal value.
   *
   * @param name legend text
   * @param color line color
   * @param values horizontal values
   */
  record Crosses(String name, PaletteColor color, List<Double> values) implements Series {
    /** Copies. */
    public Crosses {
      values = List.copyOf(values);
    }
  }

  /**
   * A line through points.
   *
   * @param name legend text
   * @param color line color
   * @param points the data, in order
   * @param interpolation course between points
   */
  record Line(String name, PaletteColor color, List<DataPoint> points, Interpolation interpolation)
      implements Series {
    /** Copies. */
    public Line {
      points = List.copyOf(points);
    }
  }

  /** The course of a line between points. */
  enum Interpolation {
    /** Straight, solid. */
    LINEAR,
    /** Straight, dashed. */
    DASHED,
    /** Constant until the next point. */
    STEP_AFTER
  }

  /**
   * Bars from zero.
   *
   * @param name legend text
   * @param color fill color
   * @param bars the bars
   */
  record Bars(String name, PaletteColor color, List<Bar> bars) implements Series {
    /** Copies. */
    public Bars {
      bars = List.copyOf(bars);
    }
  }

  /**
   * A bar.
   *
   * @param low start on the horizontal axis
   * @param high end on the horizontal axis
   * @param height end on the vertical axis
   * @param tooltip text shown while the pointer is over the bar
   */
  record Bar(double low, double high, double height, String tooltip) {}
}
