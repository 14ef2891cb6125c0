package org.espalier.nas.analysis.comparison.figure;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.espalier.nas.analysis.chart.Axis;
import org.espalier.nas.analysis.comparison.ArmResult;
import org.espalier.nas.analysis.comparison.Curve;
import org.espalier.nas.analysis.drawing.Drawing;
import org.espalier.nas.analysis.drawing.Ink;
import org.espalier.nas.analysis.drawing.Pen;
import org.espalier.nas.analysis.drawing.Shape;
import org.espalier.nas.analysis.drawing.Shape.Point;

/**
 * Anytime curves: the mean score or regret of the incumbents for what was spent, each arm with the
 * band of its interval.
 */
public final class CurvesFigure {

  /** At this share of the cost, all curves should be in sight; before, they may come from below. */
  private static final double SETTLED = 0.1;

  private static final double BAND = 0.13;

  /** Where many bands lie over each other. */
  private static final double FAINT_BAND = 0.06;

  private static final int MANY_ARMS = 6;
  private static final double LEAST_APART = 0.6;
  private static final double LEAST_REGRET = 1e-12;

  private final ProblemView view;
  private final Layout layout;
  private final double optimum;
  private final boolean regret;

  private CurvesFigure(ProblemView view, Layout layout, double optimum, boolean regret) {
    this.view = view;
    this.layout = layout;
    this.optimum = optimum;
    this.regret = regret;
  }

  /** The scores; empty if no search has an incumbent. */
  public static Optional<Drawing> ofScores(ProblemView view, Layout layout) {
    Double optimum = view.problem().optimum();
    return new CurvesFigure(view, layout, optimum == null ? Double.NaN : optimum, false).draw();
  }

  /** The regrets on a logarithmic axis; empty if the optimum is not known. */
  public static Optional<Drawing> ofRegrets(ProblemView view, Layout layout) {
    Double optimum = view.problem().optimum();
    return optimum == null
        ? Optional.empty()
        : new CurvesFigure(view, layout, optimum, true).draw();
  }

  private Optional<Drawing> draw() {
    List<ArmResult> drawn =
        view.arms().stream().filter(arm -> !arm.curve().points().isEmpty()).toList();
    if (drawn.isEmpty()) {
      return Optional.empty();
    }
    double end = points(drawn).mapToDouble(Curve.Point::cost).max().orElse(1);
    Scale y = regret ? regretScale(drawn) : scoreScale(drawn, end);
    Frame frame = frame(drawn, Math.max(end, 1e-9), y);
    List<Shape> shapes = new ArrayList<>(frame.axes());
    List<Shape> inside = new ArrayList<>();
    optimumLine(frame).ifPresent(inside::add);
    EndLabels labels = new EndLabels(layout);
    // The best is drawn last, over the others.
    for (int i = drawn.size() - 1; i >= 0; i--) {
      ArmResult arm = drawn.get(i);
      int number = view.number(arm.arm());
      List<Curve.Point> points = arm.curve().points();
      inside.add(Shape.Group.ofArm(number, curve(frame, number, points)));
      Curve.Point last = points.get(points.size() - 1);
      labels.add(number, arm.arm(), frame.right(), frame.toY(shown(last.mean().value())));
    }
    shapes.add(frame.plot(inside));
    shapes.addAll(labels.draw(frame.right(), frame.top(), frame.bottom()));
    return Optional.of(
        new Drawing(
            description(),
            layout.width(),
            height(),
            Map.of(
                "data-figure",
                "curves",
                "data-problem",
                Integer.toString(view.index()),
                "data-scale",
                regret ? "regret" : "score",
                "data-letters",
                Integer.toString((int) layout.letters()),
                "data-frame",
                frame.asAttribute()),
            shapes));
  }

  private String description() {
    return (regret ? "Mean regret" : "Mean " + view.text().name())
        + " of the incumbents of each arm by what was spent, on "
        + view.problem().name()
        + ".";
  }

  private int height() {
    return layout == Layout.WIDE ? 430 : 320;
  }

  private Frame frame(List<ArmResult> drawn, double end, Scale y) {
    double top = 32;
    double bottom = height() - 48;
    double left = 4 + Frame.roomForValues(y, bottom - top, layout.letters());
    double names = EndLabels.room(drawn.stream().map(ArmResult::arm).toList(), layout);
    Axis x = new Axis("cost (" + view.problem().cost().words() + ")", 0, end, Axis.Unit.NUMBER);
    return new Frame(
        left, layout.width() - names, top, bottom, Scale.linear(x), y, layout.letters());
  }

  private Scale scoreScale(List<ArmResult> drawn, double end) {
    DoubleStream settled =
        points(drawn)
            .filter(point -> point.cost() >= SETTLED * end)
            .flatMapToDouble(point -> DoubleStream.of(point.mean().low(), point.mean().high()));
    double[] values = settled.toArray();
    double low = DoubleStream.of(values).min().orElse(0);
    double high = DoubleStream.of(values).max().orElse(1);
    DoubleStream all = DoubleStream.of(low, high);
    if (Double.isFinite(optimum) && optimum - high < high - low) {
      all = DoubleStream.of(low, high, optimum);
    }
    return Scale.linear(Axis.around(view.text().title(), view.text().unit(), all));
  }

  private Scale regretScale(List<ArmResult> drawn) {
    double[] values =
        points(drawn)
            .flatMapToDouble(p -> DoubleStream.of(shown(p.mean().value()), shown(p.mean().low())))
            .filter(value -> value > LEAST_REGRET && Double.isFinite(value))
            .sorted()
            .toArray();
    double[] means =
        points(drawn)
            .mapToDouble(p -> shown(p.mean().value()))
            .filter(value -> value > LEAST_REGRET && Double.isFinite(value))
            .toArray();
    double low = Math.log10(DoubleStream.of(means).min().orElse(0.1)) - 0.15;
    double high = Math.log10(values.length == 0 ? 1 : values[values.length - 1]) + 0.05;
    String title = "regret" + (view.text().percent() ? " (points)" : "") + ", logarithmic";
    return new Scale(new Axis(title, low, Math.max(high, low + 0.3), view.text().unit()), true);
  }

  private Optional<Shape> optimumLine(Frame frame) {
    if (regret || !(optimum <= frame.y().axis().high())) {
      return Optional.empty();
    }
    double y = frame.toY(optimum);
    return Optional.of(
        Shape.Polyline.between(
            frame.left(), y, frame.right(), y, new Pen(Ink.MUTED, 1.2, List.of(3, 4))));
  }

  private List<Shape> curve(Frame frame, int arm, List<Curve.Point> points) {
    List<Point> middle = steps(frame, points, point -> point.mean().value());
    List<Point> band = new ArrayList<>(steps(frame, points, point -> point.mean().low()));
    List<Point> upper = steps(frame, points, point -> point.mean().high());
    for (int i = upper.size() - 1; i >= 0; i--) {
      band.add(upper.get(i));
    }
    return List.of(
        new Shape.Polygon(
            band, Ink.ofSeries(arm), view.arms().size() > MANY_ARMS ? FAINT_BAND : BAND),
        new Shape.Polyline(middle, Pen.ofSeries(arm, 2)));
  }

  /** Level until the next point; points that fall on the same pixel are left out. */
  private List<Point> steps(
      Frame frame, List<Curve.Point> points, ToDoubleFunction<Curve.Point> of) {
    List<Point> steps = new ArrayList<>();
    double lastX = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < points.size(); i++) {
      Curve.Point point = points.get(i);
      Point place = frame.place(point.cost(), shown(of.applyAsDouble(point)));
      if (i < points.size() - 1 && place.x() - lastX < LEAST_APART) {
        continue;
      }
      if (!steps.isEmpty()) {
        steps.add(new Point(place.x(), steps.get(steps.size() - 1).y()));
      }
      steps.add(place);
      lastX = place.x();
    }
    if (!steps.isEmpty()) {
      steps.add(new Point(frame.right(), steps.get(steps.size() - 1).y()));
    }
    return steps;
  }

  private double shown(double score) {
    return regret ? optimum - score : score;
  }

  private static Stream<Curve.Point> points(List<ArmResult> arms) {
    return arms.stream().map(ArmResult::curve).flatMap(curve -> curve.points().stream());
  }
}
