package org.espalier.nas.analysis.comparison.figure;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.DoubleStream;
import org.espalier.nas.analysis.chart.Axis;
import org.espalier.nas.analysis.chart.AxisScale;
import org.espalier.nas.analysis.chart.PlotArea;
import org.espalier.nas.analysis.comparison.ArmResult;
import org.espalier.nas.analysis.drawing.Drawing;
import org.espalier.nas.analysis.drawing.PaletteColor;
import org.espalier.nas.analysis.drawing.Shape;
import org.espalier.nas.analysis.drawing.Shape.Polyline;
import org.espalier.nas.analysis.drawing.Stroke;
import org.espalier.nas.analysis.drawing.TextMetrics;
import org.espalier.nas.analysis.markup.NumberFormat;

/** The mean final score of each arm against the mean cost of its searches. */
public final class CostFigure {

  /** The kind of cost. */
  public enum Cost {
    /** Trained epochs. */
    EPOCHS,
    /** Charged training time. */
    SECONDS;

    double of(ArmResult arm) {
      return this == EPOCHS ? arm.epochs() : arm.seconds();
    }

    String title() {
      return this == EPOCHS ? "mean epochs of a search" : "mean training seconds of a search";
    }

    /** Returns the unit in words. */
    public String label() {
      return this == EPOCHS ? "epochs" : "seconds";
    }
  }

  private static final double SAME = 0.01;

  private CostFigure() {}

  /** Returns the figure; empty if no arm has such a cost, or all have the same. */
  public static Optional<Drawing> of(ProblemView view, Cost cost, FigureLayout layout) {
    List<ArmResult> arms =
        view.arms().stream()
            .filter(arm -> Double.isFinite(arm.mean().value()) && cost.of(arm) > 0)
            .toList();
    if (arms.isEmpty() || same(view, cost).isPresent()) {
      return Optional.empty();
    }
    PlotArea area = plotArea(view, arms, cost, layout);
    List<Shape> shapes = new ArrayList<>(area.axes());
    PointLabels labels = new PointLabels(area);
    for (ArmResult arm : arms) {
      double x = area.toX(cost.of(arm));
      double y = area.toY(arm.mean().value());
      labels.avoid(x - 6, y - 6, x + 6, y + 6);
      labels.avoid(x - 1, area.toY(arm.mean().high()), x + 1, area.toY(arm.mean().low()));
    }
    arms.forEach(arm -> shapes.add(point(view, area, labels, arm, cost, layout)));
    return Optional.of(
        new Drawing(
            "Mean score of each arm against its cost in "
                + cost.label()
                + ", on "
                + view.problem().name()
                + ".",
            layout.width(),
            height(layout),
            Map.of("data-figure", "cost"),
            shapes));
  }

  /** Returns the cost of the arms if all are equal within one percent. */
  public static OptionalDouble same(ProblemView view, Cost cost) {
    double least = view.arms().stream().mapToDouble(cost::of).min().orElse(Double.NaN);
    double most = view.arms().stream().mapToDouble(cost::of).max().orElse(Double.NaN);
    return most > 0 && most - least <= SAME * most
        ? OptionalDouble.of(most)
        : OptionalDouble.empty();
  }

  private static Shape point(
      ProblemView view,
      PlotArea area,
      PointLabels labels,
      ArmResult arm,
      Cost cost,
      FigureLayout layout) {
    int number = view.number(arm.arm());
    double x = area.toX(cost.of(arm));
    double y = area.toY(arm.mean().value());
    String name = TextMetrics.fitted(arm.arm(), layout.nameRoom(), layout.fontSize());
    List<Shape> shapes = new ArrayList<>(labels.place(name, x, y, number));
    shapes.add(
        Polyline.between(
            x,
            area.toY(arm.mean().low()),
            x,
            area.toY(arm.mean().high()),
            Stroke.solid(PaletteColor.ofSeries(number), 1.6)));
    shapes.add(new Shape.Circle(x, y, 5.5, PaletteColor.ofSeries(number), 1));
    if (PaletteColor.cycleOfSeries(number) > 0) {
      shapes.add(new Shape.Circle(x, y, 2.5, PaletteColor.SURFACE, 1));
    }
    String tip =
        arm.arm()
            + "\n"
            + view.text().full(arm.mean().value())
            + " ("
            + view.text().interval(arm.mean())
            + ")\n"
            + NumberFormat.significant(cost.of(arm))
            + " "
            + cost.label();
    return new Shape.Group(Map.of("data-arm", Integer.toString(number), "data-tip", tip), shapes);
  }

  private static int height(FigureLayout layout) {
    return layout == FigureLayout.WIDE ? 380 : 330;
  }

  private static PlotArea plotArea(
      ProblemView view, List<ArmResult> arms, Cost cost, FigureLayout layout) {
    Axis x = Axis.around(cost.title(), Axis.Unit.NUMBER, arms.stream().mapToDouble(cost::of));
    Axis y =
        Axis.around(
            view.text().title(),
            view.unit(),
            arms.stream()
                .map(ArmResult::mean)
                .flatMapToDouble(mean -> DoubleStream.of(mean.value(), mean.low(), mean.high())));
    double top = 32;
    double bottom = height(layout) - 48;
    double left = 4 + PlotArea.labelWidth(AxisScale.linear(y), bottom - top, layout.fontSize());
    return new PlotArea(
        left,
        layout.width() - 20.0,
        top,
        bottom,
        AxisScale.linear(x),
        AxisScale.linear(y),
        layout.fontSize());
  }
}
