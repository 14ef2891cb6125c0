package org.espalier.nas.analysis.png;

import java.awt.Color;
import java.awt.Font;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.espalier.nas.analysis.run.RunRecord;
import org.espalier.nas.analysis.statistics.LayerFrequencies;
import org.espalier.nas.analysis.statistics.LayerFrequencies.Row;
import org.espalier.nas.analysis.statistics.Ranking;
import org.knowm.xchart.HeatMapChart;
import org.knowm.xchart.HeatMapChartBuilder;
import org.knowm.xchart.internal.chartpart.IChart;

/** Which layers stand where in the best tenth of the architectures, as a heat map. */
final class LayersChart {

  private static final int MOST_ROWS = 30;
  private static final int MOST_LEVEL_LABELS = 12;
  private static final int ROW_HEIGHT = 34;
  private static final Color WEAKEST = new Color(0xEEF1F4);
  private static final Color STRONGEST = new Color(0x4FA3D8);

  private LayersChart() {}

  static Optional<IChart> of(RunRecord run) {
    Ranking ranking = Ranking.of(run);
    if (ranking.results().isEmpty()) {
      return Optional.empty();
    }
    LayerFrequencies frequencies = LayerFrequencies.of(ranking);
    List<Row> rows = new ArrayList<>(frequencies.frequentRows(MOST_ROWS));
    if (rows.isEmpty()) {
      return Optional.empty();
    }
    // XChart's vertical axis goes upwards.
    Collections.reverse(rows);
    HeatMapChart chart =
        new HeatMapChartBuilder()
            .width(1200)
            .height(220 + ROW_HEIGHT * rows.size())
            .title(
                "Share of the "
                    + frequencies.best()
                    + " best architectures with a layer at a position (%)")
            .xAxisTitle("position")
            .yAxisTitle("layer")
            .build();
    style(chart, frequencies.positions().size());
    chart.addSeries(
        "share (%)",
        frequencies.positions(),
        rows.stream().map(Row::layer).toList(),
        cells(rows, frequencies.positions().size()));
    return Optional.of(chart);
  }

  private static void style(HeatMapChart chart, int positions) {
    Look.apply(chart.getStyler());
    chart
        .getStyler()
        .setMin(0)
        .setMax(100)
        .setRangeColors(new Color[] {WEAKEST, STRONGEST})
        .setShowValue(true)
        .setValueFont(Look.font(Font.PLAIN, 13))
        .setValueFontColor(Look.TEXT)
        .setHeatMapDecimalValueFormatter(share -> Math.round(share) + "");
    chart.getStyler().setPlotGridLinesVisible(false);
    // XChart spaces the labels of both category axes by the hint for the horizontal one.
    chart.getStyler().setXAxisTickMarkSpacingHint(ROW_HEIGHT / 2);
    if (positions > MOST_LEVEL_LABELS) {
      chart.getStyler().setXAxisLabelRotation(45);
    }
  }

  private static List<Number[]> cells(List<Row> rows, int positions) {
    List<Number[]> cells = new ArrayList<>();
    for (int x = 0; x < positions; x++) {
      for (int y = 0; y < rows.size(); y++) {
        cells.add(new Number[] {x, y, Math.round(rows.get(y).inBest().get(x) * 100)});
      }
    }
    return cells;
  }
}
