package org.espalier.nas.analysis.plot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.espalier.nas.analysis.FrontRuns.ACCURACY;
import static org.espalier.nas.analysis.FrontRuns.LATENCY;
import static org.espalier.nas.analysis.FrontRuns.PARAMETERS;
import static org.espalier.nas.analysis.FrontRuns.history;
import static org.espalier.nas.analysis.FrontRuns.trial;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.espalier.nas.analysis.ExampleRuns;
import org.espalier.nas.analysis.FrontRuns;
import org.espalier.nas.analysis.chart.Axis;
import org.espalier.nas.analysis.chart.Series;
import org.espalier.nas.analysis.chart.Series.DataPoint;
import org.espalier.nas.analysis.chart.XyChart;
import org.espalier.nas.analysis.chart.XyChartDrawing;
import org.espalier.nas.analysis.drawing.SvgWriter;
import org.espalier.nas.api.study.StudyHistory;
import org.espalier.nas.api.trial.TrialResult;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FrontPlotsTest {
  private static final StudyHistory TWO = history(List.of(ACCURACY, PARAMETERS), FrontRuns.two());
  private static final StudyHistory THREE =
      history(
          List.of(ACCURACY, PARAMETERS, LATENCY),
          List.of(
              trial(1, 0.5, 100, 9),
              trial(2, 0.9, 300, 3),
              trial(3, 0.7, 120, 4),
              trial(4, 0.6, 400, 2),
              trial(5, 0.4, 400, 9)));

  private static <T extends Series> T only(XyChart chart, Class<T> kind) {
    return chart.series().stream()
        .filter(kind::isInstance)
        .map(kind::cast)
        .findFirst()
        .orElseThrow();
  }

  @Test
  void theStaircaseFollowsTheFrontFromOneWorseEndToTheOther() {
    XyChart chart = FrontPlots.scatters(TWO).get(0);

    assertThat(only(chart, Series.Line.class).points())
        .containsExactly(
            new DataPoint(100, chart.y().low()),
            new DataPoint(100, 0.5),
            new DataPoint(150, 0.8),
            new DataPoint(300, 0.85),
            new DataPoint(500, 0.9),
            new DataPoint(chart.x().high(), 0.9));
    assertThat(chart.x().title()).isEqualTo("parameters, lower is better");
    assertThat(chart.y().title()).isEqualTo("validation accuracy (%), higher is better");
    assertThat(chart.x().unit()).isEqualTo(Axis.Unit.WHOLE);
  }

  @Test
  void trialsFarBehindTheFrontLieOutsideTheAxes() {
    XyChart chart = FrontPlots.scatters(TWO).get(0);

    assertThat(chart.y().contains(0.4)).isTrue();
    assertThat(chart.y().contains(0.1)).isFalse();
    assertThat(chart.x().contains(900)).isFalse();
    assertThat(chart.outliers()).isEqualTo(1);
  }

  @Test
  void aTrialOutsideToTheRightIsATriangleThatPointsThere() {
    StudyHistory far =
        history(
            List.of(ACCURACY, PARAMETERS),
            List.of(trial(1, 0.5, 100), trial(2, 0.6, 200), trial(3, 0.55, 5000)));
    XyChart chart = FrontPlots.scatters(far).get(0);

    assertThat(chart.outliers()).isEqualTo(1);
    assertThat(XyChartDrawing.of(chart, 600, 400).shapes().toString())
        .contains("TRIANGLE_RIGHT")
        .doesNotContain("TRIANGLE_UP", "TRIANGLE_DOWN");
  }

  @Test
  void labelsNameTheKneeAndTheEnds() {
    XyChart chart = FrontPlots.scatters(TWO).get(0);

    assertThat(SvgWriter.file(XyChartDrawing.of(chart, 800, 400)))
        .contains(">knee<", ">lowest parameters<", ">highest validation accuracy<")
        .doesNotContain("NaN");
    assertThat(chart.tooltips()).hasSize(7);
    assertThat(chart.tooltips().get(2).text())
        .isEqualTo(
            "trial 3, knee\nvalidation accuracy: 80.00\u00a0%\nparameters: 150\n[(3, relu)]");
    assertThat(chart.tooltips().get(5).text()).startsWith("trial 6, in the front\n");
    assertThat(chart.tooltips().get(1).text()).startsWith("trial 2\n");
  }

  @Test
  void barsShowTheSpreadOfAMeasuredObjective() {
    List<XyChart> charts = FrontPlots.scatters(THREE);

    assertThat(charts).extracting(XyChart::id).containsExactly("front-1", "front-2");
    assertThat(charts.get(0).series()).noneMatch(Series.Spreads.class::isInstance);
    List<Series.Spread> spreads = only(charts.get(1), Series.Spreads.class).spreads();
    assertThat(spreads).contains(new Series.Spread(new DataPoint(3, 0.9), 3 * 0.1, 0));
    assertThat(charts.get(1).tooltips().get(1).text()).contains("latency: 3\u00a0ms \u00b1 10.0");
    assertThat(SvgWriter.file(XyChartDrawing.withTitle(charts.get(1), 500, 400)))
        .contains("spread of measurements");
  }

  @Test
  void theFrontOfTwoObjectivesIsDrawnAmongThree() {
    XyChart latency = FrontPlots.scatters(THREE).get(1);

    assertThat(only(latency, Series.Line.class).points())
        .extracting(DataPoint::x)
        .startsWith(2.0, 2.0, 3.0);
    List<Series.Points> points =
        latency.series().stream()
            .filter(Series.Points.class::isInstance)
            .map(Series.Points.class::cast)
            .toList();
    assertThat(points.get(0).points()).hasSize(1);
    assertThat(points.get(1).points()).hasSize(4);
  }

  @Test
  void hypervolumeGrowsWithTheFrontAndNeedsReferences() {
    XyChart chart = FrontPlots.hypervolume(TWO).orElseThrow();

    List<DataPoint> line = only(chart, Series.Line.class).points();
    assertThat(line.get(0).y()).isCloseTo(0.5 * 0.9, within(1e-12));
    assertThat(line.get(1).y()).isEqualTo(line.get(0).y());
    assertThat(line.get(2).y()).isGreaterThan(line.get(1).y());
    assertThat(FrontPlots.hypervolume(THREE)).isEmpty();
  }

  @Test
  void parallelCoordinatesNeedThreeObjectives() {
    assertThat(FrontPlots.parallel(TWO)).isEmpty();
    String svg = SvgWriter.file(FrontPlots.parallel(THREE).orElseThrow().drawing(352, 280));
    assertThat(svg).contains(">validation<", ">accuracy (%)<", ">latency (ms)<");
    assertThat(svg).contains("Parallel coordinates of 5 trials").doesNotContain("NaN");
  }

  @Test
  void aRunWithoutFrontHasNoPlots() {
    assertThat(FrontPlots.scatters(ExampleRuns.wine(20).history())).isEmpty();
    assertThat(FrontPlots.hypervolume(ExampleRuns.wine(20).history())).isEmpty();
    assertThat(FrontPlots.scatters(history(List.of(ACCURACY, PARAMETERS), List.of()))).isEmpty();
  }

  @Test
  void writesTheFrontAsFiles(@TempDir Path folder) throws Exception {
    assertThat(files(TWO, folder)).contains("front.png", "hypervolume.png");
    assertThat(files(THREE, folder)).contains("front.png", "parallel.png");
  }

  @Test
  void oneTrialIsAFront() {
    List<TrialResult> single = List.of(trial(1, 0.5, 3));

    XyChart chart = FrontPlots.scatters(history(List.of(ACCURACY, PARAMETERS), single)).get(0);

    assertThat(SvgWriter.file(XyChartDrawing.of(chart, 400, 300))).doesNotContain("NaN");
  }

  private static List<String> files(StudyHistory history, Path folder) throws Exception {
    return PlotFiles.write(history, ExampleRuns.accuracy(), Optional.empty(), Map.of(), folder)
        .stream()
        .map(file -> file.getFileName().toString())
        .toList();
  }
}
