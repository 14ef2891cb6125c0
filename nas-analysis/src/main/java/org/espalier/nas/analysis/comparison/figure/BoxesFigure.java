package org.espalier.nas.analysis.comparison.figure;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.DoubleStream;
import org.espalier.nas.analysis.chart.Axis;
import org.espalier.nas.analysis.comparison.ArmResult;
import org.espalier.nas.analysis.comparison.ArmResult.Ended;
import org.espalier.nas.analysis.drawing.Drawing;
import org.espalier.nas.analysis.drawing.Ink;
import org.espalier.nas.analysis.drawing.Lettering;
import org.espalier.nas.analysis.drawing.Pen;
import org.espalier.nas.analysis.drawing.Shape;
import org.espalier.nas.analysis.drawing.Shape.Anchor;
import org.espalier.nas.analysis.drawing.Shape.Polyline;

/**
 * Boxes from quartile to quartile with the median, whiskers to the last seed within one and a half
 * times the box (Tukey), and every seed as a dot.
 */
public final class BoxesFigure {

  private static final double WHISKER = 1.5;
  private static final double BOX = 16;
  private static final double DOTS = 11;
  private static final int MANY = 40;

  /** Successive multiples of it, modulo 1, lie evenly: the golden ratio. */
  private static final double EVENLY = 0.6180339887498949;

  private final ProblemView view;
  private final Layout layout;

  private BoxesFigure(ProblemView view, Layout layout) {
    this.view = view;
    this.layout = layout;
  }

  /** Draws it; empty if no search ended. */
  public static Optional<Drawing> of(ProblemView view, Layout layout) {
    return new BoxesFigure(view, layout).draw();
  }

  private Optional<Drawing> draw() {
    List<ArmResult> arms = view.arms().stream().filter(a -> !a.outcomes().isEmpty()).toList();
    if (arms.isEmpty()) {
      return Optional.empty();
    }
    boolean wide = layout == Layout.WIDE;
    double row = wide ? 40 : 54;
    double names =
        wide
            ? 16
                + Math.min(
                    layout.nameRoom() + 30,
                    arms.stream().mapToDouble(a -> Lettering.width(a.arm(), 13)).max().orElse(0))
            : 10;
    double top = 10;
    double bottom = top + row * arms.size();
    Axis x =
        Axis.around(
            view.text().title(),
            view.text().unit(),
            arms.stream().flatMap(a -> a.outcomes().stream()).mapToDouble(Ended::score));
    Frame frame =
        new Frame(
            names,
            layout.width() - 12.0,
            top,
            bottom,
            Scale.linear(x),
            Scale.linear(new Axis("", 0, 1, Axis.Unit.NUMBER)),
            layout.letters());
    List<Shape> shapes = new ArrayList<>(RowAxis.draw(frame));
    for (int i = 0; i < arms.size(); i++) {
      double middle = top + row * i + (wide ? row / 2 : row / 2 + 9);
      draw(shapes, frame, arms.get(i), middle);
    }
    return Optional.of(
        new Drawing(
            "The final scores of the searches of each arm on " + view.problem().name() + ".",
            layout.width(),
            (int) Math.ceil(bottom + 46),
            Map.of("data-figure", "boxes"),
            shapes));
  }

  private void draw(List<Shape> shapes, Frame frame, ArmResult arm, double middle) {
    int number = view.number(arm.arm());
    Ink ink = Ink.ofSeries(number);
    boolean wide = layout == Layout.WIDE;
    double room = wide ? frame.left() - 14 : layout.width() - 20;
    shapes.add(
        new Shape.Label(
            wide ? frame.left() - 10 : frame.left(),
            wide ? middle + 4 : middle - 21,
            Lettering.fitted(arm.arm(), room, layout.letters()),
            wide ? Anchor.END : Anchor.START,
            Ink.TEXT,
            layout.letters()));
    double[] sorted =
        arm.outcomes().stream()
            .mapToDouble(Ended::score)
            .filter(Double::isFinite)
            .sorted()
            .toArray();
    if (sorted.length > 0) {
      box(shapes, frame, sorted, middle, ink);
    }
    seeds(shapes, frame, arm.outcomes(), middle, ink);
  }

  private static void box(
      List<Shape> shapes, Frame frame, double[] sorted, double middle, Ink ink) {
    double lower = quantile(sorted, 0.25);
    double upper = quantile(sorted, 0.75);
    double reach = WHISKER * (upper - lower);
    double first =
        DoubleStream.of(sorted).filter(v -> v >= lower - reach).findFirst().orElse(lower);
    double last = DoubleStream.of(sorted).filter(v -> v <= upper + reach).max().orElse(upper);
    Pen pen = Pen.solid(ink, 1.4);
    double half = middle - BOX / 2;
    shapes.add(
        Polyline.between(frame.toX(Math.min(first, lower)), half, frame.toX(lower), half, pen));
    shapes.add(
        Polyline.between(frame.toX(upper), half, frame.toX(Math.max(last, upper)), half, pen));
    double left = frame.toX(lower);
    double right = frame.toX(upper);
    List<Shape.Point> corners =
        List.of(
            new Shape.Point(left, middle - BOX),
            new Shape.Point(right, middle - BOX),
            new Shape.Point(right, middle),
            new Shape.Point(left, middle),
            new Shape.Point(left, middle - BOX));
    shapes.add(new Shape.Polygon(corners, ink, 0.18));
    shapes.add(new Polyline(corners, pen));
    double median = frame.toX(quantile(sorted, 0.5));
    shapes.add(Polyline.between(median, middle - BOX, median, middle, Pen.solid(ink, 3)));
  }

  /** Dots below the box, spread so that few hide each other. */
  private void seeds(
      List<Shape> shapes, Frame frame, List<Ended> outcomes, double middle, Ink ink) {
    List<Shape.Spot> spots = new ArrayList<>();
    List<Shape> failed = new ArrayList<>();
    Pen pen = Pen.solid(Ink.TEXT, 1.6);
    for (int i = 0; i < outcomes.size(); i++) {
      Ended ended = outcomes.get(i);
      double x = frame.toX(Double.isFinite(ended.score()) ? ended.score() : frame.x().axis().low());
      double y = middle + 5 + DOTS * ((i + 1) * EVENLY % 1);
      String tip = "seed " + ended.seed() + ": " + view.text().full(ended.score());
      if (ended.failure() == null) {
        spots.add(new Shape.Spot(x, y, tip));
      } else {
        failed.add(
            Shape.Group.saying(
                tip + "\nfailed: " + ended.failure(),
                Polyline.between(x - 4, y - 4, x + 4, y + 4, pen),
                Polyline.between(x - 4, y + 4, x + 4, y - 4, pen)));
      }
    }
    boolean many = outcomes.size() > MANY;
    shapes.add(new Shape.Cloud(spots, many ? 2.2 : 2.8, ink, many ? 0.6 : 0.8));
    shapes.addAll(failed);
  }

  /** As R's default (Hyndman and Fan 1996, type 7). */
  private static double quantile(double[] sorted, double share) {
    double place = share * (sorted.length - 1);
    int below = (int) Math.floor(place);
    int above = Math.min(sorted.length - 1, below + 1);
    return sorted[below] + (place - below) * (sorted[above] - sorted[below]);
  }
}
