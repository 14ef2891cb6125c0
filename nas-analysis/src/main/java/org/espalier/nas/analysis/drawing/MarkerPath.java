package org.espalier.nas.analysis.drawing;

import static org.espalier.nas.analysis.markup.NumberFormat.coordinate;

import java.util.List;
import org.espalier.nas.analysis.drawing.Shape.Marker;
import org.espalier.nas.analysis.drawing.Shape.Point;

/** Outlines of markers. */
final class MarkerPath {

  /** Line width of crosses in pixels. */
  static final double CROSS_WIDTH = 1.8;

  private MarkerPath() {}

  /** Returns SVG path data of all markers. */
  static String of(Shape.Markers markers) {
    double half = markers.size() / 2;
    StringBuilder path = new StringBuilder();
    for (Point point : markers.points()) {
      switch (markers.marker()) {
        case CIRCLE -> path.append(move(point)).append("h0");
        case CROSS -> path.append(move(point)).append(cross(half));
        case TRIANGLE_UP, TRIANGLE_DOWN, TRIANGLE_RIGHT ->
            path.append(SvgPathData.of(triangle(point, markers.marker(), half))).append('Z');
      }
    }
    return path.toString();
  }

  /** Returns the corners of a triangle that points up, down or right. */
  static List<Point> triangle(Point center, Marker marker, double half) {
    if (marker == Marker.TRIANGLE_RIGHT) {
      return List.of(
          new Point(center.x() - half, center.y() - half),
          new Point(center.x() - half, center.y() + half),
          new Point(center.x() + half, center.y()));
    }
    double up = marker == Marker.TRIANGLE_UP ? half : -half;
    return List.of(
        new Point(center.x() - half, center.y() + up),
        new Point(center.x() + half, center.y() + up),
        new Point(center.x(), center.y() - up));
  }

  private static String move(Point point) {
    return "M" + coordinate(point.x()) + " " + coordinate(point.y());
  }

  private static String cross(double half) {
    String back = coordinate(-half);
    String size = coordinate(2 * half);
    return "m%s %sl%s %sm0 -%sl-%s %s".formatted(back, back, size, size, size, size, size);
  }
}
