package org.espalier.nas.analysis.report;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.espalier.nas.analysis.chart.Axis;
import org.espalier.nas.analysis.chart.Series;
import org.espalier.nas.analysis.chart.Tooltip;
import org.espalier.nas.analysis.chart.XyChart;
import org.espalier.nas.analysis.chart.XyChartDrawing;
import org.espalier.nas.analysis.drawing.Drawing;
import org.espalier.nas.analysis.drawing.PaletteColor;
import org.espalier.nas.analysis.drawing.SvgWriter;
import org.espalier.nas.analysis.markup.Markup;
import org.espalier.nas.analysis.markup.ScriptJson;

/** The elements of a report, and the tooltips of its charts. */
final class ReportWriter {

  private static final int PHONE_WIDTH = 352;
  private static final double PRECISION = 1e4;

  private final Markup markup = new Markup();
  private final ObjectNode tooltips = JsonNodeFactory.instance.objectNode();

  /** Returns the markup, to which sections append. */
  Markup markup() {
    return markup;
  }

  /** Writes a paragraph. */
  void paragraph(String text) {
    markup.leaf("p", text);
  }

  /** Writes a note that replaces a missing figure or table. */
  void nothing(String text) {
    markup.leaf("p", text, "class", "nothing");
  }

  /** Writes a chart with title, legend and caption. */
  void figure(XyChart chart, ChartSize size, String caption) {
    markup.open("figure", "class", size.styleClass()).leaf("h3", chart.title());
    writeLegend(chart);
    markup.open("div", "class", "drawing for-wide");
    SvgWriter.writeInPage(markup, XyChartDrawing.of(chart, size.width(), size.height()));
    markup.close().open("div", "class", "drawing for-phone");
    SvgWriter.writeInPage(markup, XyChartDrawing.of(chart, PHONE_WIDTH, size.phoneHeight()));
    markup.close().leaf("figcaption", caption + outliers(chart)).close();
    writeTooltips(chart);
  }

  /** Writes a drawing with title and caption, once for wide screens and once for phones. */
  void figure(String title, List<LegendEntry> legend, Drawings drawings, String caption) {
    markup.open("figure", "class", ChartSize.FULL.styleClass()).leaf("h3", title);
    if (!legend.isEmpty()) {
      markup.open("ul", "class", "legend");
      legend.forEach(entry -> writeEntry(entry.name(), "swatch-line", entry.color()));
      markup.close();
    }
    markup.open("div", "class", "drawing for-wide");
    SvgWriter.writeInPage(markup, drawings.of(ChartSize.FULL.width(), ChartSize.FULL.height()));
    markup.close().open("div", "class", "drawing for-phone");
    SvgWriter.writeInPage(markup, drawings.of(PHONE_WIDTH, ChartSize.FULL.phoneHeight()));
    markup.close().leaf("figcaption", caption).close();
  }

  /** A line of a legend. */
  record LegendEntry(String name, PaletteColor color) {}

  /** A drawing in any size. */
  interface Drawings {
    Drawing of(int width, int height);
  }

  /** Returns the tooltips of all charts as JSON, by the id of the chart. */
  String tooltipsAsJson() {
    return ScriptJson.of(tooltips);
  }

  private static String outliers(XyChart chart) {
    long outliers = chart.outliers();
    if (outliers == 0) {
      return "";
    }
    return outliers == 1
        ? " One trial lies outside the axes: the triangle at the edge."
        : " " + outliers + " trials lie outside the axes: the triangles at the edges.";
  }

  private void writeLegend(XyChart chart) {
    if (chart.legend().isEmpty()) {
      return;
    }
    markup.open("ul", "class", "legend");
    for (Series series : chart.legend()) {
      writeEntry(series.name(), shape(series), series.color());
    }
    markup.close();
  }

  private void writeEntry(String name, String shape, PaletteColor color) {
    markup
        .open("li")
        .leaf("span", "", "class", "swatch " + shape, "style", "color:" + color.variable());
    markup.text(name).close();
  }

  private static String shape(Series series) {
    if (series instanceof Series.Line line) {
      boolean dashed = line.interpolation() == Series.Interpolation.DASHED;
      return dashed ? "swatch-dashed" : "swatch-line";
    }
    if (series instanceof Series.Spreads) {
      return "swatch-line";
    }
    if (series instanceof Series.Crosses) {
      return "swatch-cross";
    }
    return series instanceof Series.Points ? "swatch-dot" : "swatch-bar";
  }

  private void writeTooltips(XyChart chart) {
    ArrayNode rows = tooltips.putArray(chart.id());
    for (Tooltip tooltip : chart.tooltips()) {
      ArrayNode row = rows.addArray();
      row.add(position(chart.x(), tooltip.x())).add(position(chart.y(), tooltip.y()));
      row.add(tooltip.text());
    }
  }

  /** Returns the position along the axis, from 0 to 1. */
  private static double position(Axis axis, double value) {
    return Math.round(PRECISION * axis.position(axis.clamp(value))) / PRECISION;
  }
}
