package org.espalier.nas.analysis.drawing;

import java.util.List;
import java.util.Map;
import java.util.Objects;

/** An element of a drawing. Coordinates are in pixels from the upper left corner. */
public sealed interface Shape {

  /**
   * A position.
   *
   * @param x distance from the left edge
   * @param y distance from the upper edge
   */
  record Point(double x, double y) {}

  /**
   * A line through points.
   *
   * @param points vertices, in order
   * @param stroke color, width and dashes
   */
  record Polyline(List<Point> points, Stroke stroke) implements Shape {
    /** Copies. */
    public Polyline {
      points = List.copyOf(points);
    }

    /** Returns a straight line. */
    public static Polyline between(double x1, double y1, double x2, double y2, Stroke stroke) {
      return new Polyline(List.of(new Point(x1, y1), new Point(x2, y2)), stroke);
    }
  }

  /**
   * A smooth line that is vertical, or horizontal, at each of its points.
   *
   * @param points ends of the curves, in order, at least two
   * @param horizontal true if the line is horizontal at its points, false if it is vertical
   * @param stroke color, width and dashes
   */
  record Curve(List<Point> points, boolean horizontal, Stroke stroke) implements Shape {
    /** Copies. */
    public Curve {
      points = List.copyOf(points);
    }

    /** Returns the control points of the cubic curve between two neighbouring points. */
    List<Point> controls(Point start, Point end) {
      double x = (start.x() + end.x()) / 2;
      double y = (start.y() + end.y()) / 2;
      return horizontal
          ? List.of(new Point(x, start.y()), new Point(x, end.y()))
          : List.of(new Point(start.x(), y), new Point(end.x(), y));
    }
  }

  /**
   * A filled area.
   *
   * @param points vertices, in order
   * @param color fill color
   * @param opacity from 0 to 1
   */
  record Polygon(List<Point> points, PaletteColor color, double opacity) implements Shape {
    /** Copies. */
    public Polygon {
      points = List.copyOf(points);
    }

    /** Returns a rectangle. */
    public static Polygon box(
        double x, double y, double width, double height, PaletteColor color, double opacity) {
      return new Polygon(
          List.of(
              new Point(x, y),
              new Point(x + width, y),
              new Point(x + width, y + height),
              new Point(x, y + height)),
          color,
          opacity);
    }
  }

  /**
   * A filled circle.
   *
   * @param x horizontal position of the center
   * @param y vertical position of the center
   * @param radius in pixels
   * @param color fill color
   * @param opacity from 0 to 1
   */
  record Circle(double x, double y, double radius, PaletteColor color, double opacity)
      implements Shape {}

  /**
   * Circles of equal style, each with a tooltip.
   *
   * @param points centers and tooltips
   * @param radius in pixels
   * @param color fill color
   * @param opacity from 0 to 1
   */
  record Scatter(List<ScatterPoint> points, double radius, PaletteColor color, double opacity)
      implements Shape {
    /** Copies. */
    public Scatter {
      points = List.copyOf(points);
    }
  }

  /**
   * One circle of a {@link Scatter}.
   *
   * @param x horizontal position of the center
   * @param y vertical position of the center
   * @param tooltip text shown while the pointer is over the circle
   */
  record ScatterPoint(double x, double y, String tooltip) {}

  /**
   * Markers of equal style, without tooltips; thousands of them take little space in a file.
   *
   * @param points centers
   * @param marker their form
   * @param size diameter in pixels
   * @param color fill or line color
   * @param opacity from 0 to 1
   */
  record Markers(List<Point> points, Marker marker, double size, PaletteColor color, double opacity)
      implements Shape {
    /** Copies. */
    public Markers {
      points = List.copyOf(points);
    }
  }

  /** The form of a marker. */
  enum Marker {
    /** A filled circle. */
    CIRCLE,
    /** Two crossed lines. */
    CROSS,
    /** A filled triangle whose tip points up. */
    TRIANGLE_UP,
    /** A filled triangle whose tip points down. */
    TRIANGLE_DOWN,
    /** A filled triangle whose tip points right. */
    TRIANGLE_RIGHT
  }

  /**
   * A line of text.
   *
   * @param x horizontal position of the anchor
   * @param y vertical position of the baseline
   * @param text plain text
   * @param anchor the part of the text that is placed at {@code x}
   * @param color text color
   * @param size font size in pixels
   */
  record Label(double x, double y, String text, Anchor anchor, PaletteColor color, double size)
      implements Shape {
    /** Checks. */
    public Label {
      Objects.requireNonNull(text);
    }
  }

  /** The part of a text that is placed at its position. */
  enum Anchor {
    /** The start of the text. */
    START,
    /** The middle of the text. */
    MIDDLE,
    /** The end of the text. */
    END
  }

  /**
   * Shapes with common attributes.
   *
   * @param attributes SVG attributes for scripts; {@code data-tip} holds a tooltip
   * @param shapes the shapes, the last on top
   */
  record Group(Map<String, String> attributes, List<Shape> shapes) implements Shape {
    /** Copies. */
    public Group {
      attributes = Map.copyOf(attributes);
      shapes = List.copyOf(shapes);
    }

    /** Returns a group with a tooltip. */
    public static Group withTooltip(String tooltip, Shape... shapes) {
      return new Group(Map.of("data-tip", tooltip), List.of(shapes));
    }

    /** Returns a group that scripts find by its role. */
    public static Group withRole(String role, List<Shape> shapes) {
      return new Group(Map.of("data-role", role), shapes);
    }

    /** Returns a group that belongs to an arm, which the reader can hide. */
    public static Group ofArm(int arm, List<Shape> shapes) {
      return new Group(Map.of("data-arm", Integer.toString(arm)), shapes);
    }
  }

  /**
   * A rectangle that clips its shapes. Coordinates of the shapes are those of the whole drawing.
   *
   * @param x left edge
   * @param y upper edge
   * @param width in pixels
   * @param height in pixels
   * @param shapes lines and areas; scripts zoom by changing the view box
   */
  record Viewport(double x, double y, double width, double height, List<Shape> shapes)
      implements Shape {
    /** Copies. */
    public Viewport {
      shapes = List.copyOf(shapes);
    }
  }
}
