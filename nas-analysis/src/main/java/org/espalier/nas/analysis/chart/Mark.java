package org.espalier.nas.analysis.chart;

import java.util.List;

/** What is drawn of one series of data. */
public sealed interface Mark {

  /** What it shows, for the legend; empty if the legend leaves it out. */
  String name();

  /** Its colour. */
  Tone tone();

  /**
   * A place in a chart.
   *
   * @param x along the horizontal axis
   * @param y along the vertical axis
   */
  record Point(double x, double y) {}

  /**
   * A dot at each point.
   *
   * @param name for the legend
   * @param tone colour
   * @param points where
   */
  record Dots(String name, Tone tone, List<Point> points) implements Mark {
    /** Copies. */
    public Dots {
      points = List.copyOf(points);
    }
  }

  /**
   * A small cross at each point.
   *
   * @param name for the legend
   * @param tone colour
   * @param points where
   */
  record Crosses(String name, Tone tone, List<Point> points) implements Mark {
    /** Copies. */
    public Crosses {
      points = List.copyOf(points);
    }
  }

  /**
   * A line through points.
   *
   * @param name for the legend
   * @param tone colour
   * @param points in the order in which they are joined
   * @param course how they are joined
   */
  record Line(String name, Tone tone, List<Point> points, Course course) implements Mark {
    /** Copies. */
    public Line {
      points = List.copyOf(points);
    }
  }

  /** How a line goes from point to point. */
  enum Course {
    /** Straight. */
    STRAIGHT,
    /** Straight, and dashed. */
    DASHED,
    /** Level until the next point, then up or down to it. */
    STEPS
  }

  /**
   * A bar for each interval, from zero.
   *
   * @param name for the legend
   * @param tone colour
   * @param bars the bars
   */
  record Bars(String name, Tone tone, List<Bar> bars) implements Mark {
    /** Copies. */
    public Bars {
      bars = List.copyOf(bars);
    }
  }

  /**
   * A bar.
   *
   * @param low where it starts on the horizontal axis
   * @param high where it ends
   * @param height up to where it reaches on the vertical axis
   * @param tip what it says when it is pointed at
   */
  record Bar(double low, double high, double height, String tip) {}
}
