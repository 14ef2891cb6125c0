package org.espalier.nas.analysis.comparison.figure;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.espalier.nas.analysis.chart.Axis;
import org.espalier.nas.analysis.chart.AxisScale;
import org.espalier.nas.analysis.chart.PlotArea;
import org.espalier.nas.analysis.comparison.ArmResult;
import org.espalier.nas.analysis.comparison.CurvePoint;
import org.espalier.nas.analysis.drawing.Drawing;
import org.espalier.nas.analysis.drawing.PaletteColor;
import org.espalier.nas.analysis.drawing.Shape;
import org.espalier.nas.analysis.drawing.Shape.Point;
import org.espalier.nas.analysis.drawing.Stroke;

/**
 * Anytime curves: the mean score or regret of the incumbents as a function of cost, with the
 * interval of each arm as a band.
 */
public final class AnytimeCurvesFigure {

  /** Share of the cost from which on all curves lie within the axes. */
  private static final double SETTLED = 0.1;

  private static final double BAND = 0.13;

  /** Opacity of bands if there are many. */
  private static final double FAINT_BAND = 0.06;

  private static final int MANY_ARMS = 6;
  private static final double LEAST_APART = 0.6;
  private static final double LEAST_REGRET = 1e-12;
  private static final double LARGEST_DECADE = 307;

  private final ProblemView view;
  private final FigureLayout layout;
  private final double optimum;
  private final boolean regret;

  private AnytimeCurvesFigure(
      ProblemView view, FigureLayout layout, double optimum, boolean regret) {
    this.view = view;
    this.layout = layout;
    this.optimum = optimum;
    this.regret = regret;
  }

  /** Returns curves of scores; empty if no search has an incumbent. */
  public static Optional<Drawing> ofScores(ProblemView view, FigureLayout layout) {
    Double optimum = view.problem().optimum();
    return new AnytimeCurvesFigure(view, layout, optimum == null ? Double.NaN : optimum, false)
        .draw();
  }

  /** Returns curves of regrets on a logarithmic axis; empty if the optimum is unknown. */
  public static Optional<Drawing> ofRegrets(ProblemView view, FigureLayout layout) {
    Double optimum = view.problem().optimum();
    return optimum == null
        ? Optional.empty()
        : new AnytimeCurvesFigure(view, layout, optimum, true).draw();
  }

  private Optional<Drawing> draw() {
    List<ArmResult> drawn = view.arms().stream().filter(arm -> !arm.curve().isEmpty()).toList();
    if (drawn.isEmpty()) {
      return Optional.empty();
    }
    double end = points(drawn).mapToDouble(CurvePoint::cost).max().orElse(1);
    AxisScale y = regret ? regretScale(drawn) : scoreScale(drawn, end);
    PlotArea area = plotArea(drawn, Math.max(end, 1e-9), y);
    List<Shape> shapes = new ArrayList<>(area.axes());
    List<Shape> inside = new ArrayList<>();
    optimumLine(area).ifPresent(inside::add);
    EndLabels labels = new EndLabels(layout);
    // The best arm is on top.
    for (int i = drawn.size() - 1; i >= 0; i--) {
      ArmResult arm = drawn.get(i);
      int number = view.number(arm.arm());
      List<CurvePoint> points = arm.curve();
      inside.add(Shape.Group.ofArm(number, curve(area, number, points)));
      CurvePoint last = points.get(points.size() - 1);
      labels.add(number, arm.arm(), area.right(), area.toY(shown(last.mean().value())));
    }
    shapes.add(area.clip(inside));
    shapes.addAll(labels.draw(area.right(), area.top(), area.bottom()));
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
                "data-font-size",
                Integer.toString((int) layout.fontSize()),
                "data-frame",
                area.edgesAndEnds()),
            shapes));
  }

  private String description() {
    return (regret ? "Mean regret" : "Mean " + view.text().name())
        + " of the incumbents of each arm against cost, on "
        + view.problem().name()
        + ".";
  }

  private int height() {
    return layout == FigureLayout.WIDE ? 430 : 320;
  }

  private PlotArea plotArea(List<ArmResult> drawn, double end, AxisScale y) {
    double top = 32;
    double bottom = height() - 48;
    double left = 4 + PlotArea.labelWidth(y, bottom - top, layout.fontSize());
    double names = EndLabels.room(drawn.stream().map(ArmResult::arm).toList(), layout);
    Axis x = new Axis("cost (" + view.problem().costUnit().label() + ")", 0, end, Axis.Unit.NUMBER);
    return new PlotArea(
        left, layout.width() - names, top, bottom, AxisScale.linear(x), y, layout.fontSize());
  }

  private AxisScale scoreScale(List<ArmResult> drawn, double end) {
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
    return AxisScale.linear(Axis.around(view.text().title(), view.unit(), all));
  }

  private AxisScale regretScale(List<ArmResult> drawn) {
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
    double least = Math.log10(DoubleStream.of(means).min().orElse(0.1)) - 0.15;
    double low = Math.min(LARGEST_DECADE - 1, least);
    double largest = values.length == 0 ? 1 : values[values.length - 1];
    double high = Math.min(LARGEST_DECADE, Math.log10(largest) + 0.05);
    String title = "regret" + (view.text().percent() ? " (points)" : "") + ", logarithmic";
    return new AxisScale(new Axis(title, low, Math.max(high, low + 0.3), view.unit()), true);
  }

  private Optional<Shape> optimumLine(PlotArea area) {
    if (regret || !(optimum <= area.y().axis().high())) {
      return Optional.empty();
    }
    double y = area.toY(optimum);
    return Optional.of(
        Shape.Polyline.between(
            area.left(), y, area.right(), y, new Stroke(PaletteColor.MUTED, 1.2, List.of(3, 4))));
  }

  private List<Shape> curve(PlotArea area, int arm, List<CurvePoint> points) {
    List<Point> middle = steps(area, points, point -> point.mean().value());
    List<Point> band = new ArrayList<>(steps(area, points, point -> point.mean().low()));
    List<Point> upper = steps(area, points, point -> point.mean().high());
    for (int i = upper.size() - 1; i >= 0; i--) {
      band.add(upper.get(i));
    }
    return List.of(
        new Shape.Polygon(
            band, PaletteColor.ofSeries(arm), view.arms().size() > MANY_ARMS ? FAINT_BAND : BAND),
        new Shape.Polyline(middle, Stroke.ofSeries(arm, 2)));
  }

  /** Returns the vertices of a step line, at most one point per pixel. */
  private List<Point> steps(
      PlotArea area, List<CurvePoint> points, ToDoubleFunction<CurvePoint> of) {
    List<Point> steps = new ArrayList<>();
    double lastX = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < points.size(); i++) {
      CurvePoint point = points.get(i);
      Point place = area.toPoint(point.cost(), shown(of.applyAsDouble(point)));
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
      steps.add(new Point(area.right(), steps.get(steps.size() - 1).y()));
    }
    return steps;
  }

  private double shown(double score) {
    return regret ? optimum - score : score;
  }

  private static Stream<CurvePoint> points(List<ArmResult> arms) {
    return arms.stream().map(ArmResult::curve).flatMap(List::stream);
  }
}
