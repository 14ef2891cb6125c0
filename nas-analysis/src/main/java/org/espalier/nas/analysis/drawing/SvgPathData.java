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

  /** Returns cubic curves in absolute coordinates. */
  static String ofCurve(Shape.Curve curve) {
    Point last = curve.points().get(0);
    StringBuilder path = new StringBuilder("M" + position(last));
    for (Point point : curve.points().subList(1, curve.points().size())) {
      if (!curve.horizontal() && coordinate(point.x()).equals(coordinate(last.x()))) {
        path.append('V').append(coordinate(point.y()));
      } else if (curve.horizontal() && coordinate(point.y()).equals(coordinate(last.y()))) {
        path.append('H').append(coordinate(point.x()));
      } else {
        path.append('C');
        curve.controls(last, point).forEach(at -> path.append(position(at)).append(' '));
        path.append(position(point));
      }
      last = point;
    }
    return path.toString();
  }

  private static String position(Point point) {
    return coordinate(point.x()) + " " + coordinate(point.y());
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
