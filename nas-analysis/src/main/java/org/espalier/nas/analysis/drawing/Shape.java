package org.espalier.nas.analysis.drawing;

import java.util.List;
import java.util.Map;
import java.util.Objects;

/** A thing in a drawing; places are in pixels from the upper left corner. */
public sealed interface Shape {

  /**
   * A place.
   *
   * @param x from the left
   * @param y from above
   */
  record Point(double x, double y) {}

  /**
   * A line.
   *
   * @param points which it joins
   * @param pen how it is drawn
   */
  record Polyline(List<Point> points, Pen pen) implements Shape {
    /** Copies. */
    public Polyline {
      points = List.copyOf(points);
    }

    /** A straight line. */
    public static Polyline between(double x1, double y1, double x2, double y2, Pen pen) {
      return new Polyline(List.of(new Point(x1, y1), new Point(x2, y2)), pen);
    }
  }

  /**
   * A filled area.
   *
   * @param points its corners
   * @param ink its colour
   * @param opacity from 0 to 1
   */
  record Polygon(List<Point> points, Ink ink, double opacity) implements Shape {
    /** Copies. */
    public Polygon {
      points = List.copyOf(points);
    }

    /** A rectangle. */
    public static Polygon box(double x, double y, double width, double height, Ink ink) {
      return new Polygon(
          List.of(
              new Point(x, y),
              new Point(x + width, y),
              new Point(x + width, y + height),
              new Point(x, y + height)),
          ink,
          1);
    }
  }

  /**
   * A filled circle.
   *
   * @param x its centre
   * @param y its centre
   * @param radius in pixels
   * @param ink its colour
   * @param opacity from 0 to 1
   */
  record Dot(double x, double y, double radius, Ink ink, double opacity) implements Shape {}

  /**
   * Many circles that look alike.
   *
   * @param spots where
   * @param radius in pixels
   * @param ink their colour
   * @param opacity from 0 to 1
   */
  record Cloud(List<Spot> spots, double radius, Ink ink, double opacity) implements Shape {
    /** Copies. */
    public Cloud {
      spots = List.copyOf(spots);
    }
  }

  /**
   * One of many circles.
   *
   * @param x its centre
   * @param y its centre
   * @param tip what it says when pointed at
   */
  record Spot(double x, double y, String tip) {}

  /**
   * A line of text.
   *
   * @param x where it is anchored
   * @param y its base line
   * @param text what it says
   * @param anchor which end stands at {@code x}
   * @param ink its colour
   * @param size of the font in pixels
   */
  record Label(double x, double y, String text, Anchor anchor, Ink ink, double size)
      implements Shape {
    /** Checks. */
    public Label {
      Objects.requireNonNull(text);
    }
  }

  /** Which part of a text stands at its place. */
  enum Anchor {
    /** Its first letter. */
    START,
    /** Its middle. */
    MIDDLE,
    /** Its last letter. */
    END
  }

  /**
   * Things that belong together.
   *
   * @param attributes what a page's script is told of them, by attribute names; {@code data-tip} is
   *     what they say when pointed at
   * @param shapes the things
   */
  record Group(Map<String, String> attributes, List<Shape> shapes) implements Shape {
    /** Copies. */
    public Group {
      attributes = Map.copyOf(attributes);
      shapes = List.copyOf(shapes);
    }

    /** A group that says something when pointed at. */
    public static Group saying(String tip, Shape... shapes) {
      return new Group(Map.of("data-tip", tip), List.of(shapes));
    }

    /** A group that a page's script knows by a role. */
    public static Group of(String role, List<Shape> shapes) {
      return new Group(Map.of("data-role", role), shapes);
    }

    /** A group of one arm, which pages can hide. */
    public static Group ofArm(int arm, List<Shape> shapes) {
      return new Group(Map.of("data-arm", Integer.toString(arm)), shapes);
    }
  }

  /**
   * What lies between the axes of a chart. What reaches beyond is cut off. Places within are still
   * those of the drawing.
   *
   * @param x its left side
   * @param y its upper side
   * @param width in pixels
   * @param height in pixels
   * @param shapes what lies in it: lines and areas, as only those can be zoomed
   */
  record Plot(double x, double y, double width, double height, List<Shape> shapes)
      implements Shape {
    /** Copies. */
    public Plot {
      shapes = List.copyOf(shapes);
    }
  }
}
