package org.espalier.nas.analysis.plot;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.espalier.nas.analysis.chart.Axis;
import org.espalier.nas.analysis.drawing.Drawing;
import org.espalier.nas.analysis.drawing.PaletteColor;
import org.espalier.nas.analysis.drawing.Shape;
import org.espalier.nas.analysis.drawing.Shape.Anchor;
import org.espalier.nas.analysis.drawing.Shape.Point;
import org.espalier.nas.analysis.drawing.Stroke;
import org.espalier.nas.analysis.drawing.TextMetrics;
import org.espalier.nas.analysis.metric.ObjectiveText;
import org.espalier.nas.analysis.pareto.TrialFront;
import org.espalier.nas.api.evaluation.Direction;
import org.espalier.nas.api.trial.TrialResult;

/**
 * Parallel coordinates: a vertical axis for each objective, with its best value at the top, and a
 * line for each trial (Inselberg 1985).
 */
public final class ParallelCoordinates {
  private static final double FONT_SIZE = 12;
  private static final double LINE = 15;
  private static final double TOP = 46;
  private static final double BOTTOM = 14;
  private static final int MOST_DOMINATED = 200;

  private final TrialFront front;
  private final List<TrialResult> results;
  private final List<ObjectiveText> texts;
  private final List<Axis> axes;

  ParallelCoordinates(
      TrialFront front, List<TrialResult> results, List<ObjectiveText> texts, List<Axis> axes) {
    this.front = front;
    this.results = List.copyOf(results);
    this.texts = List.copyOf(texts);
    this.axes = List.copyOf(axes);
  }

  /** Returns the drawing in a size. */
  public Drawing drawing(int width, int height) {
    List<Shape> shapes = new ArrayList<>();
    for (int i = 0; i < axes.size(); i++) {
      shapes.addAll(axis(i, width, height));
    }
    dominated().forEach(result -> shapes.add(line(result, width, height)));
    front.members().forEach(member -> shapes.add(line(member, width, height)));
    front.knee().ifPresent(knee -> shapes.add(line(knee, width, height)));
    for (int i = 0; i < axes.size(); i++) {
      shapes.addAll(ticks(i, width, height));
    }
    return new Drawing(description(), width, height, Map.of(), shapes);
  }

  /** Returns the text alternative. */
  private String description() {
    return "Parallel coordinates of %d trials by %s; the front has %d."
        .formatted(
            results.size(),
            texts.stream().map(ObjectiveText::name).collect(Collectors.joining(", ")),
            front.size());
  }

  /** Returns dominated trials, evenly spaced in time if there are many. */
  private List<TrialResult> dominated() {
    List<TrialResult> dominated =
        results.stream().filter(result -> !front.contains(result)).toList();
    int stride = 1 + (dominated.size() - 1) / MOST_DOMINATED;
    return IntStream.range(0, dominated.size())
        .filter(i -> i % stride == 0)
        .mapToObj(dominated::get)
        .toList();
  }

  private double x(int axis, int width) {
    double margin = width / (2.0 * axes.size());
    return margin + axis * (width - 2 * margin) / (axes.size() - 1);
  }

  private double y(int axis, double value, int height) {
    double position = axes.get(axis).position(axes.get(axis).clamp(value));
    boolean up = texts.get(axis).objective().direction() == Direction.MAXIMIZE;
    return TOP + (up ? 1 - position : position) * (height - TOP - BOTTOM);
  }

  private List<Shape> axis(int index, int width, int height) {
    double x = x(index, width);
    double room = width / (double) axes.size() - 6;
    List<Shape> shapes = new ArrayList<>();
    shapes.add(
        Shape.Polyline.between(x, TOP, x, height - BOTTOM, Stroke.solid(PaletteColor.MUTED, 1)));
    List<String> title = wrapped(texts.get(index).title(), room);
    for (int i = 0; i < title.size(); i++) {
      shapes.add(
          new Shape.Label(
              x, 13 + i * LINE, title.get(i), Anchor.MIDDLE, PaletteColor.TEXT, FONT_SIZE));
    }
    return shapes;
  }

  /** Returns the ticks, which are drawn above the lines, on the outer side of the last axis. */
  private List<Shape> ticks(int index, int width, int height) {
    double x = x(index, width);
    boolean right = index == axes.size() - 1;
    List<Shape> shapes = new ArrayList<>();
    for (Axis.Tick tick : axes.get(index).ticks(5)) {
      double y = y(index, tick.value(), height);
      double end = right ? x + 4 : x - 4;
      double room = TextMetrics.width(tick.label(), FONT_SIZE) + 4;
      shapes.add(
          Shape.Polygon.box(
              right ? end + 1 : end - 1 - room, y - 8, room, 16, PaletteColor.SURFACE, 0.75));
      shapes.add(Shape.Polyline.between(x, y, end, y, Stroke.solid(PaletteColor.MUTED, 1)));
      shapes.add(
          new Shape.Label(
              right ? end + 3 : end - 3,
              y + FONT_SIZE / 3,
              tick.label(),
              right ? Anchor.START : Anchor.END,
              PaletteColor.MUTED,
              FONT_SIZE));
    }
    return shapes;
  }

  /** Returns a title in one or two lines. */
  private static List<String> wrapped(String title, double room) {
    int space = title.indexOf(' ');
    if (TextMetrics.width(title, FONT_SIZE) <= room || space < 0) {
      return List.of(TextMetrics.fitted(title, room, FONT_SIZE));
    }
    return List.of(
        TextMetrics.fitted(title.substring(0, space), room, FONT_SIZE),
        TextMetrics.fitted(title.substring(space + 1), room, FONT_SIZE));
  }

  private Shape line(TrialResult result, int width, int height) {
    List<Point> points = new ArrayList<>();
    for (int i = 0; i < axes.size(); i++) {
      points.add(new Point(x(i, width), y(i, result.objectives().get(i), height)));
    }
    if (!front.contains(result)) {
      return new Shape.Polyline(points, Stroke.solid(PaletteColor.GRID, 1));
    }
    boolean knee =
        front.knee().filter(it -> it.trial().number() == result.trial().number()).isPresent();
    PaletteColor color = knee ? PaletteColor.VERMILION : PaletteColor.BLUE;
    return Shape.Group.withTooltip(
        tooltip(result),
        new Shape.Polyline(points, Stroke.solid(color, knee ? 3 : 1.6)),
        new Shape.Markers(points, Shape.Marker.CIRCLE, knee ? 8 : 6, color, 1));
  }

  private String tooltip(TrialResult result) {
    String titles = FrontText.titles(front, result);
    return "trial %d%s\n%s\n%s"
        .formatted(
            result.trial().number(),
            titles.isEmpty() ? "" : ", " + titles,
            IntStream.range(0, texts.size())
                .mapToObj(
                    i -> texts.get(i).name() + ": " + texts.get(i).of(result.objectives().get(i)))
                .collect(Collectors.joining("\n")),
            result.trial().proposal().architecture().summary());
  }
}
