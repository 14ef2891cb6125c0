package org.espalier.nas.analysis.layout;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.espalier.nas.analysis.drawing.Shape.Point;

/**
 * The places of a graph's boxes in ranks from top to bottom, and the ways of its links between them
 * (Sugiyama, Tagawa and Toda 1981). Boxes do not overlap, links lead downwards and around boxes.
 * Equal graphs have equal layouts.
 *
 * @param boxes the boxes at their places, in their order
 * @param routes the points of each link, from the lower edge of a box to the upper edge of another;
 *     the link is vertical at each point
 * @param width of the whole, in pixels
 * @param height of the whole, in pixels
 */
public record LayeredLayout(
    List<PlacedBox> boxes, List<List<Point>> routes, double width, double height) {
  private static final double LEAST_GAP = 26;
  private static final double MOST_GAP = 76;
  private static final double STEEPNESS = 0.09;
  private static final double PORT_DISTANCE = 16;

  /** Least width of a box that exceeds the distance between its outermost entries, in pixels. */
  private static final double PORT_MARGIN = 24;

  /** Copies. */
  public LayeredLayout {
    boxes = List.copyOf(boxes);
    routes = routes.stream().map(List::copyOf).toList();
  }

  /**
   * Places boxes.
   *
   * @param sizes width and height of each box, at any place
   * @param links the links between boxes
   */
  public static LayeredLayout of(List<PlacedBox> sizes, List<Link> links) {
    return of(sizes, links, PORT_DISTANCE);
  }

  /**
   * Places boxes. The links that enter a box come from left to right in the order of their origins.
   *
   * @param sizes width and height of each box, at any place
   * @param links the links between boxes
   * @param entryDistance distance between neighbouring links that enter a box, in pixels; smaller
   *     where the box is too narrow
   */
  public static LayeredLayout of(List<PlacedBox> sizes, List<Link> links, double entryDistance) {
    LayeredItems items = new LayeredItems(sizes.stream().map(PlacedBox::width).toList(), links);
    List<List<Integer>> order = LayerOrdering.of(items);
    double[] centers = HorizontalPlacement.of(items, order);
    return new Assembly(sizes, links, items, order, centers, entryDistance).layout();
  }

  /**
   * Places boxes in ranks from left to right: links lead from the right edge of a box to the left
   * edge of another and are horizontal at each point.
   *
   * @param sizes width and height of each box, at any place
   * @param links the links between boxes
   * @param entryDistance distance between neighbouring links that enter a box, in pixels; smaller
   *     where the box is too low
   */
  public static LayeredLayout toTheRight(
      List<PlacedBox> sizes, List<Link> links, double entryDistance) {
    LayeredLayout down =
        of(sizes.stream().map(PlacedBox::transposed).toList(), links, entryDistance);
    double width = down.height;
    double height = down.width;
    return new LayeredLayout(
        down.boxes.stream().map(PlacedBox::transposed).toList(),
        down.routes.stream()
            .map(route -> route.stream().map(point -> new Point(point.y(), point.x())).toList())
            .toList(),
        width,
        height);
  }

  /** The composition of centers and ranks into places and routes. */
  private static final class Assembly {
    private final List<PlacedBox> sizes;
    private final List<Link> links;
    private final LayeredItems items;
    private final List<List<Integer>> order;
    private final double[] centers;
    private final double entryDistance;

    Assembly(
        List<PlacedBox> sizes,
        List<Link> links,
        LayeredItems items,
        List<List<Integer>> order,
        double[] centers,
        double entryDistance) {
      this.sizes = sizes;
      this.links = links;
      this.items = items;
      this.order = order;
      this.centers = centers;
      this.entryDistance = entryDistance;
    }

    private LayeredLayout layout() {
      double[] tops = new double[order.size()];
      double[] bottoms = new double[order.size()];
      double y = 0;
      for (int rank = 0; rank < tops.length; rank++) {
        tops[rank] = y;
        bottoms[rank] = y + height(rank);
        y = bottoms[rank] + gap(rank);
      }
      List<PlacedBox> boxes = new ArrayList<>();
      for (int box = 0; box < sizes.size(); box++) {
        PlacedBox size = sizes.get(box);
        double left = centers[box] - size.width() / 2;
        boxes.add(new PlacedBox(left, tops[items.rank(box)], size.width(), size.height()));
      }
      List<List<Point>> routes = new ArrayList<>();
      for (int link = 0; link < links.size(); link++) {
        routes.add(route(link, boxes, tops, bottoms));
      }
      double width =
          IntStream.range(0, items.size())
              .mapToDouble(item -> centers[item] + items.width(item) / 2)
              .max()
              .orElse(0);
      return new LayeredLayout(
          boxes, routes, width, tops.length == 0 ? 0 : bottoms[tops.length - 1]);
    }

    private double height(int rank) {
      return order.get(rank).stream()
          .filter(item -> !items.isWaypoint(item))
          .mapToDouble(item -> sizes.get(item).height())
          .max()
          .orElse(0);
    }

    /** Returns the distance to the next rank, larger where a link leads far to the side. */
    private double gap(int rank) {
      double aside =
          order.get(rank).stream()
              .flatMapToDouble(
                  item ->
                      items.below(item).stream()
                          .mapToDouble(other -> Math.abs(centers[item] - centers[other])))
              .max()
              .orElse(0);
      return Math.min(MOST_GAP, LEAST_GAP + STEEPNESS * aside);
    }

    private List<Point> route(int link, List<PlacedBox> boxes, double[] tops, double[] bottoms) {
      List<Integer> path = items.path(link);
      List<Point> points = new ArrayList<>();
      double start = centers[path.get(0)];
      points.add(new Point(start, boxes.get(path.get(0)).bottom()));
      points.add(new Point(start, bottoms[items.rank(path.get(0))]));
      for (int item : path.subList(1, path.size() - 1)) {
        points.add(new Point(centers[item], tops[items.rank(item)]));
        points.add(new Point(centers[item], bottoms[items.rank(item)]));
      }
      int last = path.get(path.size() - 1);
      points.add(new Point(port(link, boxes.get(last)), tops[items.rank(last)]));
      return points.stream().distinct().toList();
    }

    /** Returns the place at which a link enters its box, in the order of those it comes from. */
    private double port(int link, PlacedBox box) {
      List<Integer> entering =
          IntStream.range(0, links.size())
              .filter(other -> links.get(other).to() == links.get(link).to())
              .boxed()
              .sorted(Comparator.comparingDouble(this::origin))
              .toList();
      double step =
          Math.min(entryDistance, (box.width() - PORT_MARGIN) / Math.max(1, entering.size() - 1));
      return box.center() + (entering.indexOf(link) - (entering.size() - 1) / 2.0) * step;
    }

    private double origin(int link) {
      List<Integer> path = items.path(link);
      return centers[path.get(path.size() - 2)];
    }
  }
}
