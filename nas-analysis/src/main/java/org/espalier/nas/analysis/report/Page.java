package org.espalier.nas.analysis.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.espalier.nas.analysis.chart.Mark;
import org.espalier.nas.analysis.chart.SvgPainter;
import org.espalier.nas.analysis.chart.Tip;
import org.espalier.nas.analysis.chart.XyChart;
import org.espalier.nas.analysis.markup.Json;
import org.espalier.nas.analysis.markup.Markup;

/** The page while it is written: its elements, and what its charts say when pointed at. */
final class Page {

  private final Markup markup = new Markup();
  private final Map<String, String> tips = new LinkedHashMap<>();

  /** The elements written so far, to write more. */
  Markup markup() {
    return markup;
  }

  /** A paragraph. */
  void paragraph(String text) {
    markup.leaf("p", text);
  }

  /** A paragraph that says that there is nothing to show, and why. */
  void nothing(String text) {
    markup.leaf("p", text, "class", "nothing");
  }

  /** A chart with its title above and, below, how to read it. */
  void figure(XyChart chart, Size size, String caption) {
    markup.open("figure", "class", size.styleClass()).leaf("h3", chart.title());
    writeLegend(chart);
    markup.open("div", "class", "chart wide");
    SvgPainter.paint(markup, chart, size.width(), size.height());
    markup.close().open("div", "class", "chart narrow");
    SvgPainter.paint(markup, chart, Size.PHONE_WIDTH, size.phoneHeight());
    markup.close().leaf("figcaption", caption).close();
    tips.put(chart.id(), json(chart.tips()));
  }

  /** What the charts say, as a JSON object by the charts' ids. */
  String tipsAsJson() {
    return Json.object(tips);
  }

  private void writeLegend(XyChart chart) {
    List<Mark> named = chart.marks().stream().filter(mark -> !mark.name().isEmpty()).toList();
    if (named.size() < 2) {
      return;
    }
    markup.open("ul", "class", "legend");
    for (Mark mark : named) {
      String style = "swatch " + shape(mark) + ' ' + mark.tone().styleClass();
      markup.open("li").leaf("span", "", "class", style).text(mark.name()).close();
    }
    markup.close();
  }

  private static String shape(Mark mark) {
    if (mark instanceof Mark.Line line) {
      return line.course() == Mark.Course.DASHED ? "swatch-dashed" : "swatch-line";
    }
    if (mark instanceof Mark.Crosses) {
      return "swatch-cross";
    }
    return mark instanceof Mark.Dots ? "swatch-dot" : "swatch-bar";
  }

  private static String json(List<Tip> tips) {
    List<String> rows = new ArrayList<>();
    for (Tip tip : tips) {
      rows.add(
          Json.array(List.of(Json.number(tip.x()), Json.number(tip.y()), Json.string(tip.text()))));
    }
    return Json.array(rows);
  }
}
