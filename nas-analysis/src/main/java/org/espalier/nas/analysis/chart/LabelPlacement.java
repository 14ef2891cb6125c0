package org.espalier.nas.analysis.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.espalier.nas.analysis.chart.Series.LabelledPoint;
import org.espalier.nas.analysis.drawing.PaletteColor;
import org.espalier.nas.analysis.drawing.Shape;
import org.espalier.nas.analysis.drawing.Shape.Anchor;
import org.espalier.nas.analysis.drawing.Shape.Point;
import org.espalier.nas.analysis.drawing.TextMetrics;

/** Positions of the texts of a series of labels. */
final class LabelPlacement {
  private static final double ASIDE = 8;
  private static final double ABOVE = 7;
  private static final double BELOW = 17;
  private static final double POINT = 4;
  private static final double BACKGROUND = 0.7;

  private final PlotArea area;
  private final Series.Labels labels;
  private final double size;
  private final List<Box> taken = new ArrayList<>();
  private final List<Box> avoided;

  private record Box(double left, double top, double right, double bottom) {
    boolean overlaps(Box other) {
      return left < other.right && other.left < right && top < other.bottom && other.top < bottom;
    }
  }

  private record Place(Box box, double x, double y, Anchor anchor) {}

  LabelPlacement(PlotArea area, Series.Labels labels) {
    this.area = area;
    this.labels = labels;
    this.size = area.fontSize();
    this.avoided =
        labels.avoided().stream().map(point -> around(area.toPoint(point.x(), point.y()))).toList();
  }

  /** Returns the texts that have room, those of earlier points first. */
  List<Shape> shapes() {
    for (LabelledPoint labelled : labels.points()) {
      taken.add(around(area.toPoint(labelled.point().x(), labelled.point().y())));
    }
    List<Shape> shapes = new ArrayList<>();
    for (LabelledPoint labelled : labels.points()) {
      if (!labelled.text().isEmpty()) {
        place(labelled)
            .ifPresent(
                place -> {
                  taken.add(place.box());
                  shapes.add(background(place.box()));
                  shapes.add(
                      new Shape.Label(
                          place.x(),
                          place.y(),
                          labelled.text(),
                          place.anchor(),
                          labels.color(),
                          size));
                });
      }
    }
    return shapes;
  }

  /** Returns a background that keeps a text legible above dots and lines. */
  private static Shape background(Box box) {
    return Shape.Polygon.box(
        box.left(),
        box.top(),
        box.right() - box.left(),
        box.bottom() - box.top(),
        PaletteColor.SURFACE,
        BACKGROUND);
  }

  private Optional<Place> place(LabelledPoint labelled) {
    Point point = area.toPoint(labelled.point().x(), labelled.point().y());
    double width = TextMetrics.width(labelled.text(), size);
    List<Place> places =
        List.of(
            place(point, width, labels.left(), labels.above()),
            place(point, width, !labels.left(), labels.above()),
            place(point, width, !labels.left(), !labels.above()),
            place(point, width, labels.left(), !labels.above()));
    List<Place> free = places.stream().filter(place -> isFree(place.box())).toList();
    return free.stream()
        .filter(place -> avoided.stream().noneMatch(place.box()::overlaps))
        .findFirst()
        .or(() -> free.stream().findFirst());
  }

  private static Box around(Point point) {
    return new Box(point.x() - POINT, point.y() - POINT, point.x() + POINT, point.y() + POINT);
  }

  private Place place(Point point, double width, boolean left, boolean above) {
    double x = point.x() + (left ? -ASIDE : ASIDE);
    double baseline = point.y() + (above ? -ABOVE : BELOW);
    double start = left ? x - width : x;
    Box box = new Box(start, baseline - size, start + width, baseline + 3);
    return new Place(box, x, baseline, left ? Anchor.END : Anchor.START);
  }

  private boolean isFree(Box box) {
    return box.left() >= area.left() + 2
        && box.right() <= area.right() + 2
        && box.top() >= area.top() - 4
        && box.bottom() <= area.bottom()
        && taken.stream().noneMatch(box::overlaps);
  }
}
