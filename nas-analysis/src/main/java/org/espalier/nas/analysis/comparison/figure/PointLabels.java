package org.espalier.nas.analysis.comparison.figure;

import java.util.ArrayList;
import java.util.List;
import org.espalier.nas.analysis.chart.PlotArea;
import org.espalier.nas.analysis.drawing.PaletteColor;
import org.espalier.nas.analysis.drawing.Shape;
import org.espalier.nas.analysis.drawing.Shape.Anchor;
import org.espalier.nas.analysis.drawing.Shape.Polyline;
import org.espalier.nas.analysis.drawing.Stroke;
import org.espalier.nas.analysis.drawing.TextMetrics;

/** Names beside the points of a chart, as close as possible without overlap. */
final class PointLabels {

  private static final double NEAR = 9;
  private static final double STEP = 7;
  private static final int MOST_STEPS = 50;

  private final double size;
  private final PlotArea area;
  private final List<Box> taken = new ArrayList<>();

  private record Box(double left, double top, double right, double bottom) {
    boolean overlaps(Box other) {
      return left < other.right && other.left < right && top < other.bottom && other.top < bottom;
    }
  }

  PointLabels(PlotArea area) {
    this.area = area;
    this.size = area.fontSize();
  }

  /** Reserves a rectangle that no name may cover. */
  void avoid(double left, double top, double right, double bottom) {
    taken.add(new Box(left, top, right, bottom));
  }

  /**
   * Places a name, with a line to its point if it is not adjacent; returns nothing without room.
   */
  List<Shape> place(String name, double x, double y, int arm) {
    double width = TextMetrics.width(name, size);
    for (int step = 0; step <= MOST_STEPS; step++) {
      for (int direction : step == 0 ? new int[] {1} : new int[] {-1, 1}) {
        double middle = y + direction * step * STEP;
        double far = step == 0 ? NEAR : NEAR + 8;
        for (Anchor anchor : List.of(Anchor.START, Anchor.END)) {
          double left = anchor == Anchor.START ? x + far : x - far - width;
          Box box = new Box(left, middle - size / 2 - 1, left + width, middle + size / 2 + 1);
          if (isFree(box)) {
            taken.add(box);
            return draw(
                name, x, y, anchor == Anchor.START ? x + far : x - far, middle, arm, anchor);
          }
        }
      }
    }
    return List.of();
  }

  private boolean isFree(Box box) {
    return box.left() >= area.left() + 2
        && box.right() <= area.right()
        && box.top() >= area.top() - 8
        && box.bottom() <= area.bottom()
        && taken.stream().noneMatch(box::overlaps);
  }

  private List<Shape> draw(
      String name, double x, double y, double atX, double atY, int arm, Anchor anchor) {
    Shape label = new Shape.Label(atX, atY + size / 3, name, anchor, PaletteColor.TEXT, size);
    if (Math.abs(atY - y) < 1) {
      return List.of(label);
    }
    double end = anchor == Anchor.START ? atX - 3 : atX + 3;
    return List.of(
        Polyline.between(x, y, end, atY, Stroke.solid(PaletteColor.ofSeries(arm), 1)), label);
  }
}
