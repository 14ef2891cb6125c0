package org.espalier.nas.analysis.comparison.figure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.espalier.nas.analysis.chart.Axis;
import org.espalier.nas.analysis.chart.Axis.Tick;
import org.espalier.nas.analysis.chart.AxisScale;
import org.espalier.nas.analysis.comparison.ComparisonResults;
import org.espalier.nas.analysis.comparison.ExampleComparisons;
import org.espalier.nas.analysis.comparison.figure.CostFigure.Cost;
import org.espalier.nas.analysis.comparison.figure.PairMatrix.Outcome;
import org.espalier.nas.analysis.comparison.text.ScoreFormat;
import org.espalier.nas.analysis.drawing.Drawing;
import org.espalier.nas.analysis.drawing.Shape;
import org.espalier.nas.analysis.drawing.TextMetrics;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FiguresTest {

  private final ProblemView fourteen = ProblemView.of(ExampleComparisons.ofFourteen(10)).get(0);

  @ParameterizedTest
  @EnumSource(FigureLayout.class)
  void noLabelLiesOverAnotherOrReachesBeyondTheDrawing(FigureLayout layout) {
    ComparisonResults results = ExampleComparisons.ofFourteen(10);
    for (Drawing drawing :
        List.of(
            AnytimeCurvesFigure.ofScores(fourteen, layout).orElseThrow(),
            AnytimeCurvesFigure.ofRegrets(fourteen, layout).orElseThrow(),
            BoxPlotFigure.of(fourteen, layout).orElseThrow(),
            CostFigure.of(fourteen, Cost.EPOCHS, layout).orElseThrow(),
            CriticalDifferenceFigure.of(
                java.util.Objects.requireNonNull(results.ranks()), layout))) {
      List<Shape.Label> labels = labels(drawing.shapes()).toList();
      assertThat(labels).hasSizeGreaterThan(14);
      for (int i = 0; i < labels.size(); i++) {
        double[] box = box(labels.get(i));
        assertThat(box[0]).as("%s", labels.get(i)).isGreaterThanOrEqualTo(-1);
        assertThat(box[2]).as("%s", labels.get(i)).isLessThanOrEqualTo(layout.width() + 1.0);
        for (int j = 0; j < i; j++) {
          assertThat(overlap(box, box(labels.get(j))))
              .as("%s and %s", labels.get(i), labels.get(j))
              .isFalse();
        }
      }
    }
  }

  /** Row against column, and from the column's side. */
  @Test
  void looksAtPairsFromBothSides() {
    ProblemView two = ProblemView.of(ExampleComparisons.ofTwo()).get(0);
    PairMatrix matrix = new PairMatrix(two);

    PairMatrix.Cell cell = matrix.cell("sharing", "no sharing").orElseThrow();
    PairMatrix.Cell back = matrix.cell("no sharing", "sharing").orElseThrow();

    assertThat(cell.outcome()).isEqualTo(Outcome.BETTER);
    assertThat(back.outcome()).isEqualTo(Outcome.WORSE);
    assertThat(cell.a12() + back.a12()).isEqualTo(1);
    assertThat(matrix.cell("sharing", "sharing")).isEmpty();
  }

  @Test
  void writesDecadesAlongLogarithmicAxes() {
    AxisScale wide = new AxisScale(new Axis("", -4, 1, Axis.Unit.NUMBER), true);
    AxisScale middle = new AxisScale(new Axis("", -2, 0, Axis.Unit.PERCENT), true);
    AxisScale narrow = new AxisScale(new Axis("", 0, 0.4, Axis.Unit.NUMBER), true);

    assertThat(labels(wide)).containsExactly("0.0001", "0.001", "0.01", "0.1", "1", "10");
    assertThat(labels(middle)).containsExactly("1", "2", "5", "10", "20", "50", "100");
    assertThat(labels(narrow))
        .containsExactly("1.0", "1.2", "1.4", "1.6", "1.8", "2.0", "2.2", "2.4");
  }

  @Test
  void writesScoresSoThatDifferencesBetweenSeedsAreSeen() {
    ScoreFormat share = fourteen.text();

    assertThat(share.full(0.59494)).isEqualTo("59.49\u00a0%");
    assertThat(share.difference(0.0025)).isEqualTo("+0.25");
    assertThat(share.difference(-0.0025)).isEqualTo("\u22120.25");
    assertThat(share.difference(0.00001)).isEqualTo("0.00");
    assertThat(share.forValuesAround(5.0562).score(5.0562)).isEqualTo("505.6");
    assertThat(share.forValuesAround(0.000012).score(0.000012)).isEqualTo("0.0012");
    assertThat(share.score(Double.NaN)).isEqualTo("\u2013");
    assertThat(ScoreFormat.probability(0.00003)).isEqualTo("<\u00a00.0001");
  }

  private static List<String> labels(AxisScale scale) {
    return scale.ticks(8).stream().map(Tick::label).toList();
  }

  private static Stream<Shape.Label> labels(List<Shape> shapes) {
    List<Shape.Label> labels = new ArrayList<>();
    for (Shape shape : shapes) {
      if (shape instanceof Shape.Label label) {
        labels.add(label);
      } else if (shape instanceof Shape.Group group) {
        labels.addAll(labels(group.shapes()).toList());
      }
    }
    return labels.stream();
  }

  private static double[] box(Shape.Label label) {
    double width = TextMetrics.width(label.text(), label.size());
    double left =
        switch (label.anchor()) {
          case START -> label.x();
          case MIDDLE -> label.x() - width / 2;
          case END -> label.x() - width;
        };
    return new double[] {left, label.y() - label.size() * 0.75, left + width, label.y()};
  }

  private static boolean overlap(double[] a, double[] b) {
    return a[0] < b[2] && b[0] < a[2] && a[1] < b[3] && b[1] < a[3];
  }
}
