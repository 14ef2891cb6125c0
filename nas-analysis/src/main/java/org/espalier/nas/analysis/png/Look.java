package org.espalier.nas.analysis.png;

import java.awt.Color;
import java.awt.Font;
import org.knowm.xchart.style.AxesChartStyler;
import org.knowm.xchart.style.Styler;

/** What all plots look like: dark text on white, light grid, no frames. */
final class Look {

  static final Color TEXT = new Color(0x1B1F24);
  private static final Color GRID = new Color(0xE1E5EA);

  private Look() {}

  static void apply(AxesChartStyler style) {
    style
        .setChartBackgroundColor(Color.WHITE)
        .setChartFontColor(TEXT)
        .setChartTitleFont(font(Font.BOLD, 17))
        .setChartTitleBoxVisible(false)
        .setChartPadding(14)
        .setPlotBackgroundColor(Color.WHITE)
        .setPlotBorderVisible(false);
    style
        .setLegendPosition(Styler.LegendPosition.OutsideS)
        .setLegendLayout(Styler.LegendLayout.Horizontal)
        .setLegendBorderColor(Color.WHITE)
        .setLegendFont(font(Font.PLAIN, 14));
    style
        .setAxisTitleFont(font(Font.PLAIN, 15))
        .setAxisTickLabelsFont(font(Font.PLAIN, 13))
        .setAxisTickLabelsColor(TEXT)
        .setAxisTickMarksColor(GRID)
        .setXAxisTickMarkSpacingHint(90)
        .setYAxisTickMarkSpacingHint(60)
        .setPlotGridLinesColor(GRID)
        .setPlotGridVerticalLinesVisible(false);
  }

  static Font font(int style, int size) {
    return new Font(Font.SANS_SERIF, style, size);
  }
}
