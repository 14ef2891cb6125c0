package org.espalier.nas.analysis.drawing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.espalier.nas.analysis.drawing.Shape.Point;
import org.junit.jupiter.api.Test;

class SvgPathDataTest {

  @Test
  void saysHowFarPlacesAreFromTheOnesBefore() {
    assertThat(path(10, 20, 10.5, 20, 10.5, 19.6, 12, 20, 11.75, 19.5, 11.75, 19.5))
        .isEqualTo("M10 20h.5v-.4l1.5 .4l-.2-.5");
  }

  @Test
  void negativePlacesNeedNoSpace() {
    assertThat(path(-0.3, -4, 0, 0)).isEqualTo("M-.3-4l.3 4");
  }

  /** A thousand steps of 0.04 end where they should, though each alone would round to nothing. */
  @Test
  void roundingDoesNotAddUp() {
    double[] places = new double[2002];
    for (int i = 0; i <= 1000; i++) {
      places[2 * i] = 0.04 * i;
    }
    long walked = 0;
    for (String step : path(places).substring("M0 0h".length()).split("h")) {
      walked += Math.round(10 * Double.parseDouble(step));
    }
    assertThat(walked).isEqualTo(400);
  }

  private static String path(double... places) {
    Point[] points = new Point[places.length / 2];
    for (int i = 0; i < points.length; i++) {
      points[i] = new Point(places[2 * i], places[2 * i + 1]);
    }
    return SvgPathData.of(List.of(points));
  }
}
