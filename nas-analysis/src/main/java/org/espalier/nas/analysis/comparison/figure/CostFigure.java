package org.espalier.nas.analysis.comparison.figure;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.DoubleStream;
import org.espalier.nas.analysis.chart.Axis;
import org.espalier.nas.analysis.comparison.ArmResult;
import org.espalier.nas.analysis.drawing.Drawing;
import org.espalier.nas.analysis.drawing.Ink;
import org.espalier.nas.analysis.drawing.Lettering;
import org.espalier.nas.analysis.drawing.Pen;
import org.espalier.nas.analysis.drawing.Shape;
import org.espalier.nas.analysis.drawing.Shape.Polyline;
import org.espalier.nas.analysis.markup.Figures;

/** The mean final score of each arm against what its searches cost on average. */
public final class CostFigure {

  /** What cost is. */
  public enum Cost {
    /** Trained epochs. */
    EPOCHS,
    /** Charged training time. */
    SECONDS;

    double of(ArmResult arm) {
      return this == EPOCHS ? arm.epochs() : arm.seconds();
    }

    String title() {
      return this == EPOCHS ? "epochs of a search, mean" : "training seconds of a search, mean";
    }

    /** The same for a person. */
    public String label() {
      return this == EPOCHS ? "epochs" : "seconds";
    }
  }

  private static final double SAME = 0.01;

  private CostFigure() {}

  /** Draws it; empty if the arms are charged no such cost, or all the same. */
  public static Optional<Drawing> of(ProblemView view, Cost cost, Layout layout) {
    List<ArmResult> arms =
        view.arms().stream()
            .filter(arm -> Double.isFinite(arm.mean().value()) && cost.of(arm) > 0)
            .toList();
    if (arms.isEmpty() || same(view, cost).isPresent()) {
      return Optional.empty();
    }
    Frame frame = frame(view, arms, cost, layout);
    List<Shape> shapes = new ArrayList<>(frame.axes());
    NearLabels labels = new NearLabels(frame);
    for (ArmResult arm : arms) {
      double x = frame.toX(cost.of(arm));
      double y = frame.toY(arm.mean().value());
      labels.avoid(x - 6, y - 6, x + 6, y + 6);
      labels.avoid(x - 1, frame.toY(arm.mean().high()), x + 1, frame.toY(arm.mean().low()));
    }
    arms.forEach(arm -> shapes.add(point(view, frame, labels, arm, cost, layout)));
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

  /** What all arms cost, if that is the same to a hundredth. */
  public static OptionalDouble same(ProblemView view, Cost cost) {
    double least = view.arms().stream().mapToDouble(cost::of).min().orElse(Double.NaN);
    double most = view.arms().stream().mapToDouble(cost::of).max().orElse(Double.NaN);
    return most > 0 && most - least <= SAME * most
        ? OptionalDouble.of(most)
        : OptionalDouble.empty();
  }

  private static Shape point(
      ProblemView view, Frame frame, NearLabels labels, ArmResult arm, Cost cost, Layout layout) {
    int number = view.number(arm.arm());
    double x = frame.toX(cost.of(arm));
    double y = frame.toY(arm.mean().value());
    String name = Lettering.fitted(arm.arm(), layout.nameRoom(), layout.letters());
    List<Shape> shapes = new ArrayList<>(labels.place(name, x, y, number));
    shapes.add(
        Polyline.between(
            x,
            frame.toY(arm.mean().low()),
            x,
            frame.toY(arm.mean().high()),
            Pen.solid(Ink.ofSeries(number), 1.6)));
    shapes.add(new Shape.Dot(x, y, 5.5, Ink.ofSeries(number), 1));
    if (Ink.roundOfSeries(number) > 0) {
      shapes.add(new Shape.Dot(x, y, 2.5, Ink.SURFACE, 1));
    }
    String tip =
        arm.arm()
            + "\n"
            + view.text().full(arm.mean().value())
            + " ("
            + view.text().interval(arm.mean())
            + ")\n"
            + Figures.significant(cost.of(arm))
            + " "
            + cost.label();
    return new Shape.Group(Map.of("data-arm", Integer.toString(number), "data-tip", tip), shapes);
  }

  private static int height(Layout layout) {
    return layout == Layout.WIDE ? 380 : 330;
  }

  private static Frame frame(ProblemView view, List<ArmResult> arms, Cost cost, Layout layout) {
    Axis x = Axis.around(cost.title(), Axis.Unit.NUMBER, arms.stream().mapToDouble(cost::of));
    Axis y =
        Axis.around(
            view.text().title(),
            view.text().unit(),
            arms.stream()
                .map(ArmResult::mean)
                .flatMapToDouble(mean -> DoubleStream.of(mean.value(), mean.low(), mean.high())));
    double top = 32;
    double bottom = height(layout) - 48;
    double left = 4 + Frame.roomForValues(Scale.linear(y), bottom - top, layout.letters());
    return new Frame(
        left,
        layout.width() - 20.0,
        top,
        bottom,
        Scale.linear(x),
        Scale.linear(y),
        layout.letters());
  }
}
