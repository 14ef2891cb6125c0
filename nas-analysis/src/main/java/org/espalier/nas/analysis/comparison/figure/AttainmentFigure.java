package org.espalier.nas.analysis.comparison.figure;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.espalier.nas.analysis.chart.Axis;
import org.espalier.nas.analysis.chart.AxisScale;
import org.espalier.nas.analysis.chart.PlotArea;
import org.espalier.nas.analysis.comparison.ArmResult;
import org.espalier.nas.analysis.comparison.SearchRecord;
import org.espalier.nas.analysis.comparison.TrialPoint;
import org.espalier.nas.analysis.drawing.Drawing;
import org.espalier.nas.analysis.drawing.PaletteColor;
import org.espalier.nas.analysis.drawing.Shape;
import org.espalier.nas.analysis.drawing.Shape.Point;
import org.espalier.nas.analysis.drawing.Stroke;
import org.espalier.nas.analysis.pareto.AttainmentSurface;
import org.espalier.nas.api.evaluation.Direction;
import org.espalier.nas.api.objective.Objective;

/**
 * The attainment surfaces of each arm: the boundary of all pairs of values that a quarter, half or
 * three quarters of its searches reach or surpass (López-Ibáñez, Paquete and Stützle 2010); and the
 * true front as a dotted line, if it is known.
 */
public final class AttainmentFigure {
  private static final double MEDIAN = 0.5;
  private static final List<Double> QUARTILES = List.of(0.25, MEDIAN, 0.75);
  private static final int PLANE = 2;
  private static final Stroke TRUE_FRONT = new Stroke(PaletteColor.MUTED, 1.2, List.of(3, 4));

  private final ProblemView view;
  private final FigureLayout layout;
  private final Objective vertical;
  private final Objective horizontal;

  private AttainmentFigure(ProblemView view, FigureLayout layout) {
    this.view = view;
    this.layout = layout;
    this.vertical = view.problem().objectives().get(0);
    this.horizontal = view.problem().objectives().get(1);
  }

  /** Returns true if a problem has two objectives. */
  public static boolean applies(ProblemView view) {
    return view.problem().objectives().size() == PLANE;
  }

  /**
   * Returns the figure; empty if no search of the problem has a value, or the problem does not have
   * two objectives.
   *
   * @param searches the searches of the comparison
   * @param quartiles true for the surfaces of 25, 50 and 75 % of the searches, false for 50 %
   */
  public static Optional<Drawing> of(
      ProblemView view, List<SearchRecord> searches, FigureLayout layout, boolean quartiles) {
    return applies(view)
        ? new AttainmentFigure(view, layout).draw(searches, quartiles ? QUARTILES : List.of(MEDIAN))
        : Optional.empty();
  }

  private Optional<Drawing> draw(List<SearchRecord> searches, List<Double> shares) {
    Map<String, List<AttainmentSurface>> surfaces = new LinkedHashMap<>();
    for (ArmResult arm : view.arms()) {
      List<List<double[]>> fronts = fronts(arm, searches);
      List<AttainmentSurface> levels =
          fronts.isEmpty()
              ? List.of()
              : shares.stream()
                  .map(share -> AttainmentSurface.of(fronts, share))
                  .filter(surface -> !surface.corners().isEmpty())
                  .toList();
      if (!levels.isEmpty()) {
        surfaces.put(arm.arm(), levels);
      }
    }
    if (surfaces.isEmpty()) {
      return Optional.empty();
    }
    PlotArea area = area(surfaces);
    List<Shape> shapes = new ArrayList<>(area.axes());
    List<Shape> inside = new ArrayList<>();
    trueFront().ifPresent(front -> inside.add(new Shape.Polyline(stairs(area, front), TRUE_FRONT)));
    EndLabels labels = new EndLabels(layout);
    surfaces.forEach(
        (arm, levels) -> {
          int number = view.number(arm);
          List<Shape> lines =
              levels.stream()
                  .<Shape>map(
                      level -> new Shape.Polyline(stairs(area, level), stroke(number, level)))
                  .toList();
          inside.add(Shape.Group.ofArm(number, lines));
          AttainmentSurface last = levels.get(levels.size() / 2);
          labels.add(number, arm, area.right(), area.toY(atRightEdge(last)));
        });
    shapes.add(area.clip(inside));
    shapes.addAll(labels.draw(area.right(), area.top(), area.bottom()));
    return Optional.of(
        new Drawing(
            "Attainment surfaces of each arm, on " + view.problem().name() + ".",
            layout.width(),
            height(),
            Map.of("data-figure", "attainment"),
            shapes));
  }

  /** Returns the true front; empty if it is unknown. */
  private Optional<AttainmentSurface> trueFront() {
    List<List<Double>> front = view.problem().front();
    return front.isEmpty()
        ? Optional.empty()
        : Optional.of(AttainmentSurface.of(List.of(losses(front)), 1))
            .filter(surface -> !surface.corners().isEmpty());
  }

  private static Stroke stroke(int arm, AttainmentSurface level) {
    boolean median = Math.abs(level.attaining() - MEDIAN * level.runs()) < 1;
    return Stroke.ofSeries(arm, median ? 2.2 : 0.9);
  }

  /** Returns the fronts of an arm's searches as pairs of losses, the horizontal one first. */
  private List<List<double[]>> fronts(ArmResult arm, List<SearchRecord> searches) {
    return searches.stream()
        .filter(search -> search.problem().equals(arm.problem()) && search.arm().equals(arm.arm()))
        .map(
            search ->
                losses(
                    search.trials().stream()
                        .map(TrialPoint::objectives)
                        .filter(values -> values.size() == PLANE)
                        .toList()))
        .toList();
  }

  /** Returns the values that are better than the references as pairs of losses. */
  private List<double[]> losses(List<List<Double>> pairs) {
    return pairs.stream()
        .filter(values -> counts(vertical, values.get(0)))
        .filter(values -> counts(horizontal, values.get(1)))
        .map(values -> new double[] {horizontal.loss(values.get(1)), vertical.loss(values.get(0))})
        .toList();
  }

  private static boolean counts(Objective objective, double value) {
    Double reference = objective.reference();
    return reference == null || objective.better(value, reference);
  }

  private PlotArea area(Map<String, List<AttainmentSurface>> surfaces) {
    Axis x =
        Axis.around(
            title(horizontal),
            Axis.Unit.NUMBER,
            corners(surfaces).mapToDouble(corner -> value(horizontal, corner[0])));
    Axis y =
        Axis.around(
            title(vertical),
            Axis.Unit.NUMBER,
            corners(surfaces).mapToDouble(corner -> value(vertical, corner[1])));
    double top = 32;
    double bottom = height() - 48;
    AxisScale scale = AxisScale.linear(y);
    return new PlotArea(
        4 + PlotArea.labelWidth(scale, bottom - top, layout.fontSize()),
        layout.width() - EndLabels.room(surfaces.keySet(), layout),
        top,
        bottom,
        AxisScale.linear(x),
        scale,
        layout.fontSize());
  }

  private Stream<double[]> corners(Map<String, List<AttainmentSurface>> surfaces) {
    return Stream.concat(surfaces.values().stream().flatMap(List::stream), trueFront().stream())
        .flatMap(level -> level.corners().stream());
  }

  private int height() {
    return layout == FigureLayout.WIDE ? 430 : 320;
  }

  private static String title(Objective objective) {
    return objective.title()
        + (objective.direction() == Direction.MINIMIZE ? ", less is better" : "");
  }

  private static double value(Objective objective, double loss) {
    return objective.direction() == Direction.MINIMIZE ? loss : -loss;
  }

  /** Returns the boundary from the worst vertical value to the worst horizontal one. */
  private List<Point> stairs(PlotArea area, AttainmentSurface level) {
    List<Point> points = new ArrayList<>();
    double worstY = vertical.direction() == Direction.MINIMIZE ? area.top() : area.bottom();
    double worstX = horizontal.direction() == Direction.MINIMIZE ? area.right() : area.left();
    for (double[] corner : level.corners()) {
      Point place = area.toPoint(value(horizontal, corner[0]), value(vertical, corner[1]));
      points.add(
          new Point(place.x(), points.isEmpty() ? worstY : points.get(points.size() - 1).y()));
      points.add(place);
    }
    points.add(new Point(worstX, points.get(points.size() - 1).y()));
    return points;
  }

  /** Returns the vertical value at which a surface meets the right edge. */
  private double atRightEdge(AttainmentSurface level) {
    List<double[]> corners = level.corners();
    boolean lastIsRight = horizontal.direction() == Direction.MINIMIZE;
    return value(vertical, corners.get(lastIsRight ? corners.size() - 1 : 0)[1]);
  }
}
