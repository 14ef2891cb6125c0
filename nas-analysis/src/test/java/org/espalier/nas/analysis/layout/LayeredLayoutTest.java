package org.espalier.nas.analysis.layout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.espalier.nas.analysis.drawing.Shape.Point;
import org.junit.jupiter.api.Test;

class LayeredLayoutTest {
  private static final int GRAPHS = 60;

  @Test
  void boxesOfRandomGraphsDoNotOverlap() {
    int overlaps = 0;
    for (int seed = 0; seed < GRAPHS; seed++) {
      List<PlacedBox> boxes = random(seed).boxes();
      for (int i = 0; i < boxes.size(); i++) {
        for (int j = 0; j < i; j++) {
          overlaps += overlap(boxes.get(i), boxes.get(j)) ? 1 : 0;
        }
      }
    }
    assertThat(overlaps).isZero();
  }

  @Test
  void linksLeadDownwardsFromEdgeToEdgeAndAroundBoxes() {
    int upwards = 0;
    long hits = 0;
    for (int seed = 0; seed < GRAPHS; seed++) {
      List<Link> links = links(seed);
      LayeredLayout layout = random(seed);
      for (int i = 0; i < links.size(); i++) {
        List<Point> route = layout.routes().get(i);
        PlacedBox from = layout.boxes().get(links.get(i).from());
        PlacedBox to = layout.boxes().get(links.get(i).to());
        assertThat(route.get(0)).isEqualTo(new Point(from.center(), from.bottom()));
        Point end = route.get(route.size() - 1);
        assertThat(end.y()).isEqualTo(to.y());
        assertThat(end.x()).isBetween(to.x(), to.x() + to.width());
        for (int j = 1; j < route.size(); j++) {
          Point start = route.get(j - 1);
          Point next = route.get(j);
          upwards += next.y() <= start.y() ? 1 : 0;
          hits += layout.boxes().stream().filter(box -> touches(start, next, box)).count();
        }
      }
    }
    assertThat(upwards).isZero();
    assertThat(hits).isZero();
  }

  /** A curve between two points stays in the rectangle that they span. */
  private static boolean touches(Point start, Point end, PlacedBox box) {
    boolean beside =
        Math.max(start.x(), end.x()) < box.x()
            || Math.min(start.x(), end.x()) > box.x() + box.width();
    boolean apart = end.y() <= box.y() || start.y() >= box.bottom();
    return !beside && !apart;
  }

  @Test
  void isTheSameForTheSameGraph() {
    assertThat(random(7)).isEqualTo(random(7));
  }

  @Test
  void drawsChainsAsStraightLines() {
    List<PlacedBox> sizes = List.of(box(80), box(200), box(120));

    LayeredLayout layout = LayeredLayout.of(sizes, List.of(new Link(0, 1), new Link(1, 2)));

    assertThat(layout.boxes())
        .allSatisfy(box -> assertThat(box.center()).isCloseTo(100, within(1e-6)));
    assertThat(layout.width()).isCloseTo(200, within(1e-6));
  }

  /** In the given order each of the links would cross all others. */
  @Test
  void avoidsCrossings() {
    List<PlacedBox> sizes = new ArrayList<>();
    List<Link> links = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      sizes.add(box(50));
      links.add(new Link(i, 9 - i));
    }
    sizes.addAll(sizes.subList(0, 5));

    LayeredLayout layout = LayeredLayout.of(sizes, links);

    for (int i = 0; i < 5; i++) {
      assertThat(layout.boxes().get(i).center())
          .isCloseTo(layout.boxes().get(9 - i).center(), within(1e-6));
    }
  }

  @Test
  void routesLongLinksBesideTheBoxesBetween() {
    List<PlacedBox> sizes = List.of(box(100), box(100), box(100), box(100));
    List<Link> links = List.of(new Link(0, 1), new Link(1, 2), new Link(2, 3), new Link(0, 3));

    LayeredLayout layout = LayeredLayout.of(sizes, links);

    double aside = layout.routes().get(3).get(2).x();
    assertThat(Math.abs(aside - layout.boxes().get(1).center())).isGreaterThan(50);
    assertThat(layout.boxes().get(1).center()).isEqualTo(layout.boxes().get(2).center());
  }

  private static LayeredLayout random(int seed) {
    SplittableRandom random = new SplittableRandom(seed);
    List<PlacedBox> sizes = new ArrayList<>();
    for (int i = 0; i < count(seed); i++) {
      sizes.add(new PlacedBox(0, 0, 30 + random.nextInt(150), 20 + random.nextInt(90)));
    }
    return LayeredLayout.of(sizes, links(seed));
  }

  private static int count(int seed) {
    return 3 + seed % 28;
  }

  private static List<Link> links(int seed) {
    SplittableRandom random = new SplittableRandom(1000 + seed);
    List<Link> links = new ArrayList<>();
    for (int to = 1; to < count(seed); to++) {
      for (int i = random.nextInt(4); i > 0; i--) {
        links.add(new Link(random.nextInt(Math.max(0, to - 9), to), to));
      }
    }
    return links;
  }

  private static boolean overlap(PlacedBox one, PlacedBox other) {
    return one.x() < other.x() + other.width()
        && other.x() < one.x() + one.width()
        && one.y() < other.bottom()
        && other.y() < one.bottom();
  }

  private static PlacedBox box(double width) {
    return new PlacedBox(0, 0, width, 20);
  }
}
