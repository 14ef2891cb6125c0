package org.espalier.nas.analysis.layout;

import java.util.ArrayList;
import java.util.List;

/**
 * The boxes of a graph by rank, with a waypoint at each rank that a long link passes. A rank is the
 * length of the longest path to a box.
 *
 * <p>Items are numbered: the boxes first, then the waypoints.
 */
final class LayeredItems {
  private static final double WAYPOINT_WIDTH = 6;

  private final int boxes;
  private final List<Integer> ranks = new ArrayList<>();
  private final List<Double> widths = new ArrayList<>();
  private final List<List<Integer>> above = new ArrayList<>();
  private final List<List<Integer>> below = new ArrayList<>();
  private final List<List<Integer>> paths = new ArrayList<>();

  LayeredItems(List<Double> boxWidths, List<Link> links) {
    boxes = boxWidths.size();
    boxWidths.forEach(width -> add(width, 0));
    for (int box = 0; box < boxes; box++) {
      for (Link link : links) {
        if (link.to() == box) {
          ranks.set(box, Math.max(ranks.get(box), ranks.get(link.from()) + 1));
        }
      }
    }
    links.forEach(link -> paths.add(path(link)));
  }

  private int add(double width, int rank) {
    ranks.add(rank);
    widths.add(width);
    above.add(new ArrayList<>());
    below.add(new ArrayList<>());
    return ranks.size() - 1;
  }

  private List<Integer> path(Link link) {
    List<Integer> path = new ArrayList<>(List.of(link.from()));
    for (int rank = ranks.get(link.from()) + 1; rank < ranks.get(link.to()); rank++) {
      path.add(add(WAYPOINT_WIDTH, rank));
    }
    path.add(link.to());
    for (int i = 1; i < path.size(); i++) {
      below.get(path.get(i - 1)).add(path.get(i));
      above.get(path.get(i)).add(path.get(i - 1));
    }
    return path;
  }

  /** Returns the number of boxes and waypoints. */
  int size() {
    return ranks.size();
  }

  boolean isWaypoint(int item) {
    return item >= boxes;
  }

  int rank(int item) {
    return ranks.get(item);
  }

  double width(int item) {
    return widths.get(item);
  }

  /** Returns the items of the rank before that are linked with this one. */
  List<Integer> above(int item) {
    return above.get(item);
  }

  /** Returns the items of the next rank that are linked with this one. */
  List<Integer> below(int item) {
    return below.get(item);
  }

  /** Returns the items on the way of a link, from box to box. */
  List<Integer> path(int link) {
    return paths.get(link);
  }

  /** Returns the items of each rank, boxes before waypoints. */
  List<List<Integer>> byRank() {
    List<List<Integer>> byRank = new ArrayList<>();
    for (int item = 0; item < size(); item++) {
      while (byRank.size() <= ranks.get(item)) {
        byRank.add(new ArrayList<>());
      }
      byRank.get(ranks.get(item)).add(item);
    }
    return byRank;
  }
}
