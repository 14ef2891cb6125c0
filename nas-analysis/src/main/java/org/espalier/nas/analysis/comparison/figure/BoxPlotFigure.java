package org.espalier.nas.analysis.comparison.figure;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.DoubleStream;
import org.espalier.nas.analysis.chart.Axis;
import org.espalier.nas.analysis.chart.AxisScale;
import org.espalier.nas.analysis.chart.PlotArea;
import org.espalier.nas.analysis.comparison.ArmResult;
import org.espalier.nas.analysis.comparison.ArmResult.SearchResult;
import org.espalier.nas.analysis.drawing.Drawing;
import org.espalier.nas.analysis.drawing.PaletteColor;
import org.espalier.nas.analysis.drawing.Shape;
import org.espalier.nas.analysis.drawing.Shape.Anchor;
import org.espalier.nas.analysis.drawing.Shape.Polyline;
import org.espalier.nas.analysis.drawing.Stroke;
import org.espalier.nas.analysis.drawing.TextMetrics;
import org.espalier.nas.analysis.inference.Sample;

/**
 * Box plots of the final scores: quartiles and median, Tukey whiskers up to 1.5 times the box, and
 * every seed as a dot.
 */
public final class BoxPlotFigure {

  private static final double WHISKER = 1.5;
  private static final double BOX = 16;
  private static final double DOTS = 11;
  private static final int MANY = 40;

  /** The golden ratio, whose multiples modulo 1 are evenly spread. */
  private static final double EVENLY = 0.6180339887498949;

  private final ProblemView view;
  private final FigureLayout layout;

  private BoxPlotFigure(ProblemView view, FigureLayout layout) {
    this.view = view;
    this.layout = layout;
  }

  /** Returns the figure; empty if no search result. */
  public static Optional<Drawing> of(ProblemView view, FigureLayout layout) {
    return new BoxPlotFigure(view, layout).draw();
  }

  private Optional<Drawing> draw() {
    List<ArmResult> arms = view.arms().stream().filter(a -> !a.searches().isEmpty()).toList();
    if (arms.isEmpty()) {
      return Optional.empty();
    }
    boolean wide = layout == FigureLayout.WIDE;
    double row = wide ? 40 : 54;
    double names =
        wide
            ? 16
                + Math.min(
                    layout.nameRoom() + 30,
                    arms.stream().mapToDouble(a -> TextMetrics.width(a.arm(), 13)).max().orElse(0))
            : 10;
    double top = 10;
    double bottom = top + row * arms.size();
    Axis x =
        Axis.around(
            view.text().title(),
            view.unit(),
            arms.stream().flatMap(a -> a.searches().stream()).mapToDouble(SearchResult::score));
    PlotArea area =
        new PlotArea(
            names,
            layout.width() - 12.0,
            top,
            bottom,
            AxisScale.linear(x),
            AxisScale.linear(new Axis("", 0, 1, Axis.Unit.NUMBER)),
            layout.fontSize());
    List<Shape> shapes = new ArrayList<>(area.xAxis());
    for (int i = 0; i < arms.size(); i++) {
      double middle = top + row * i + (wide ? row / 2 : row / 2 + 9);
      draw(shapes, area, arms.get(i), middle);
    }
    return Optional.of(
        new Drawing(
            "Box plots of the final scores of each arm on " + view.problem().name() + ".",
            layout.width(),
            (int) Math.ceil(bottom + 46),
            Map.of("data-figure", "boxes"),
            shapes));
  }

  private void draw(List<Shape> shapes, PlotArea area, ArmResult arm, double middle) {
    int number = view.number(arm.arm());
    PaletteColor color = PaletteColor.ofSeries(number);
    boolean wide = layout == FigureLayout.WIDE;
    double room = wide ? area.left() - 14 : layout.width() - 20;
    shapes.add(
        new Shape.Label(
            wide ? area.left() - 10 : area.left(),
            wide ? middle + 4 : middle - 21,
            TextMetrics.fitted(arm.arm(), room, layout.fontSize()),
            wide ? Anchor.END : Anchor.START,
            PaletteColor.TEXT,
            layout.fontSize()));
    double[] scores =
        arm.searches().stream().mapToDouble(SearchResult::score).filter(Double::isFinite).toArray();
    if (scores.length > 0) {
      shapes.add(area.clip(box(area, scores, middle, color)));
    }
    seeds(shapes, area, arm.searches(), middle, color);
  }

  private static List<Shape> box(
      PlotArea area, double[] scores, double middle, PaletteColor color) {
    List<Shape> shapes = new ArrayList<>();
    Sample sample = Sample.of(scores);
    double lower = sample.quantile(0.25);
    double upper = sample.quantile(0.75);
    double reach = WHISKER * (upper - lower);
    double first = DoubleStream.of(scores).filter(v -> v >= lower - reach).min().orElse(lower);
    double last = DoubleStream.of(scores).filter(v -> v <= upper + reach).max().orElse(upper);
    Stroke stroke = Stroke.solid(color, 1.4);
    double half = middle - BOX / 2;
    shapes.add(
        Polyline.between(area.toX(Math.min(first, lower)), half, area.toX(lower), half, stroke));
    shapes.add(
        Polyline.between(area.toX(upper), half, area.toX(Math.max(last, upper)), half, stroke));
    double left = area.toX(lower);
    double right = area.toX(upper);
    List<Shape.Point> corners =
        List.of(
            new Shape.Point(left, middle - BOX),
            new Shape.Point(right, middle - BOX),
            new Shape.Point(right, middle),
            new Shape.Point(left, middle),
            new Shape.Point(left, middle - BOX));
    shapes.add(new Shape.Polygon(corners, color, 0.18));
    shapes.add(new Polyline(corners, stroke));
    double median = area.toX(sample.median());
    shapes.add(Polyline.between(median, middle - BOX, median, middle, Stroke.solid(color, 3)));
    return shapes;
  }

  /** Draws dots below the box, spread vertically to reduce overlap. */
  private void seeds(
      List<Shape> shapes,
      PlotArea area,
      List<SearchResult> results,
      double middle,
      PaletteColor color) {
    List<Shape.ScatterPoint> points = new ArrayList<>();
    List<Shape> failed = new ArrayList<>();
    Stroke stroke = Stroke.solid(PaletteColor.TEXT, 1.6);
    for (int i = 0; i < results.size(); i++) {
      SearchResult result = results.get(i);
      double x = area.toX(area.x().axis().clamp(result.score()));
      double y = middle + 5 + DOTS * ((i + 1) * EVENLY % 1);
      String tip = "seed " + result.seed() + ": " + view.text().full(result.score());
      if (result.failure() == null) {
        points.add(new Shape.ScatterPoint(x, y, tip));
      } else {
        failed.add(
            Shape.Group.withTooltip(
                tip + "\nfailed: " + result.failure(),
                Polyline.between(x - 4, y - 4, x + 4, y + 4, stroke),
                Polyline.between(x - 4, y + 4, x + 4, y - 4, stroke)));
      }
    }
    boolean many = results.size() > MANY;
    shapes.add(new Shape.Scatter(points, many ? 2.2 : 2.8, color, many ? 0.6 : 0.8));
    shapes.addAll(failed);
  }
}
