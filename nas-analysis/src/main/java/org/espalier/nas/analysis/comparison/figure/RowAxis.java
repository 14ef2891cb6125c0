package org.espalier.nas.analysis.comparison.figure;

import java.util.ArrayList;
import java.util.List;
import org.espalier.nas.analysis.chart.Axis.Tick;
import org.espalier.nas.analysis.drawing.Ink;
import org.espalier.nas.analysis.drawing.Lettering;
import org.espalier.nas.analysis.drawing.Pen;
import org.espalier.nas.analysis.drawing.Shape;
import org.espalier.nas.analysis.drawing.Shape.Anchor;
import org.espalier.nas.analysis.drawing.Shape.Polyline;

/** The axis below a figure of which each row is an arm. */
final class RowAxis {

  private RowAxis() {}

  static List<Shape> draw(Frame frame) {
    List<Shape> shapes = new ArrayList<>();
    List<Tick> ticks = frame.x().ticks(2);
    for (int most = 8; most > 2; most--) {
      List<Tick> more = frame.x().ticks(most);
      double width =
          more.stream().mapToDouble(t -> Lettering.width(t.label(), frame.letters()) + 20).sum();
      if (width <= frame.right() - frame.left()) {
        ticks = more;
        break;
      }
    }
    for (Tick tick : ticks) {
      double x = frame.toX(tick.value());
      shapes.add(Polyline.between(x, frame.top(), x, frame.bottom(), Pen.solid(Ink.GRID, 1)));
      shapes.add(text(x, frame.bottom() + 17, tick.label(), Anchor.MIDDLE, Ink.MUTED, frame));
    }
    shapes.add(
        Polyline.between(
            frame.left(), frame.bottom(), frame.right(), frame.bottom(), Pen.solid(Ink.MUTED, 1)));
    shapes.add(
        text(
            frame.right(),
            frame.bottom() + 36,
            frame.x().axis().title(),
            Anchor.END,
            Ink.TEXT,
            frame));
    return shapes;
  }

  private static Shape text(double x, double y, String text, Anchor anchor, Ink ink, Frame frame) {
    return new Shape.Label(x, y, text, anchor, ink, frame.letters());
  }
}
