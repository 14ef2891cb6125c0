package org.espalier.nas.analysis.drawing;

import static org.espalier.nas.analysis.markup.NumberFormat.coordinate;

import java.util.List;
import org.espalier.nas.analysis.drawing.Shape.Point;

/**
 * Compact SVG path data with a precision of a tenth of a pixel: relative coordinates, {@code h} and
 * {@code v} for axis-parallel lines, repeated points omitted. Points are rounded before they are
 * subtracted, so that errors do not accumulate.
 */
final class SvgPathData {

  private final StringBuilder text = new StringBuilder();
  private long lastX;
  private long lastY;

  private SvgPathData() {}

  static String of(List<Point> points) {
    SvgPathData path = new SvgPathData();
    points.forEach(path::add);
    return path.text.toString();
  }

  /** Returns cubic curves that are vertical at each point, in absolute coordinates. */
  static String ofCurve(List<Point> points) {
    Point last = points.get(0);
    StringBuilder path = new StringBuilder("M" + coordinate(last.x()) + " " + coordinate(last.y()));
    for (Point point : points.subList(1, points.size())) {
      String y = coordinate(point.y());
      if (coordinate(point.x()).equals(coordinate(last.x()))) {
        path.append('V').append(y);
      } else {
        String middle = coordinate((last.y() + point.y()) / 2);
        String x = coordinate(point.x());
        path.append('C').append(coordinate(last.x())).append(' ').append(middle);
        path.append(' ').append(x).append(' ').append(middle).append(' ').append(x);
        path.append(' ').append(y);
      }
      last = point;
    }
    return path.toString();
  }

  private void add(Point point) {
    long x = Math.round(point.x() * 10);
    long y = Math.round(point.y() * 10);
    if (text.isEmpty()) {
      text.append('M');
      write(x);
      separate(y);
    } else if (x != lastX && y != lastY) {
      text.append('l');
      write(x - lastX);
      separate(y - lastY);
    } else if (x != lastX) {
      text.append('h');
      write(x - lastX);
    } else if (y != lastY) {
      text.append('v');
      write(y - lastY);
    }
    lastX = x;
    lastY = y;
  }

  /** Appends a number; a minus sign separates as well as a space. */
  private void separate(long tenths) {
    if (tenths >= 0) {
      text.append(' ');
    }
    write(tenths);
  }

  private void write(long tenths) {
    long size = Math.abs(tenths);
    text.append(tenths < 0 ? "-" : "");
    if (size >= 10 || size == 0) {
      text.append(size / 10);
    }
    if (size % 10 != 0) {
      text.append('.').append(size % 10);
    }
  }
}
