package org.espalier.nas.analysis.report;

import java.util.List;
import java.util.Locale;
import org.espalier.nas.analysis.markup.Markup;
import org.espalier.nas.analysis.markup.NumberFormat;
import org.espalier.nas.analysis.plot.LayersPlot;
import org.espalier.nas.analysis.statistics.LayerFrequencies;
import org.espalier.nas.analysis.statistics.LayerFrequencies.Row;
import org.espalier.nas.analysis.statistics.Ranking;

/** The layers by position in the best tenth of the architectures. */
final class LayersSection implements ReportSection {

  @Override
  public String id() {
    return "layers";
  }

  @Override
  public String title() {
    return "Layers of the best tenth";
  }

  @Override
  public void write(RunReport run, ReportWriter page) {
    Ranking ranking = Ranking.of(run.history());
    if (ranking.results().isEmpty()) {
      page.nothing("No trial has a reward.");
      return;
    }
    LayerFrequencies frequencies = LayerFrequencies.of(ranking);
    page.markup().open("figure", "class", "full");
    page.markup().leaf("h3", LayersPlot.title(frequencies));
    write(frequencies, page.markup());
    page.markup()
        .leaf(
            "figcaption",
            caption(frequencies, run.history().several() ? "rank of their front" : "reward"))
        .close();
  }

  private static String caption(LayerFrequencies frequencies, String order) {
    int hidden = frequencies.rows().size() - frequencies.frequentRows(LayersPlot.MOST_ROWS).size();
    String rest =
        hidden == 0
            ? ""
            : " " + hidden + (hidden == 1 ? " rare layer is" : " rare layers are") + " not shown.";
    return "Large: share in the best tenth by "
        + order
        + ". Small: share in all "
        + frequencies.all()
        + " trials that did not fail. A much larger first number indicates a choice that helps or that"
        + " the controller prefers; with few architectures in the tenth it may be chance."
        + rest;
  }

  private static void write(LayerFrequencies frequencies, Markup markup) {
    markup.open("div", "class", "scroll").open("table", "class", "heat").open("thead").open("tr");
    markup.leaf("th", "layer", "scope", "col");
    frequencies.positions().forEach(position -> markup.leaf("th", position, "scope", "col"));
    markup.close().close().open("tbody");
    frequencies
        .frequentRows(LayersPlot.MOST_ROWS)
        .forEach(row -> writeRow(row, frequencies.positions(), markup));
    markup.close().close().close();
  }

  private static void writeRow(Row row, List<String> positions, Markup markup) {
    markup.open("tr").leaf("th", row.layer(), "scope", "row");
    for (int i = 0; i < positions.size(); i++) {
      double best = row.inBest().get(i);
      double all = row.inAll().get(i);
      if (all == 0) {
        markup.leaf("td", "", "class", "never");
        continue;
      }
      String tip =
          row.layer()
              + "\n"
              + positions.get(i)
              + "\nbest tenth: "
              + NumberFormat.percent(best, 1)
              + "\nall: "
              + NumberFormat.percent(all, 1);
      markup.open(
          "td",
          "class",
          best > 0.5 ? "strong" : "weak",
          "style",
          "--share:" + String.format(Locale.ROOT, "%.0f", best * 100) + "%",
          "data-tip",
          tip);
      markup
          .leaf("b", NumberFormat.percent(best, 0))
          .text(" ")
          .leaf("small", NumberFormat.percent(all, 0));
      markup.close();
    }
    markup.close();
  }
}
