package org.espalier.nas.analysis.report;

import java.util.List;
import java.util.Locale;
import org.espalier.nas.analysis.markup.Figures;
import org.espalier.nas.analysis.markup.Markup;
import org.espalier.nas.analysis.run.RunRecord;
import org.espalier.nas.analysis.statistics.LayerFrequencies;
import org.espalier.nas.analysis.statistics.LayerFrequencies.Row;
import org.espalier.nas.analysis.statistics.Ranking;

/** Which layers stand where in the best tenth of the architectures. */
final class LayersSection implements Section {

  private static final int MOST_ROWS = 30;

  @Override
  public String id() {
    return "layers";
  }

  @Override
  public String title() {
    return "Layers of the best tenth";
  }

  @Override
  public void write(RunRecord run, Page page) {
    Ranking ranking = Ranking.of(run);
    if (ranking.results().isEmpty()) {
      page.nothing("No trial has a reward, so that none is among the best.");
      return;
    }
    LayerFrequencies frequencies = LayerFrequencies.of(ranking);
    page.markup().open("figure", "class", "full");
    page.markup()
        .leaf(
            "h3",
            "Share of the "
                + frequencies.best()
                + (frequencies.best() == 1 ? " best architecture" : " best architectures")
                + " with a layer at a position");
    write(frequencies, page.markup());
    page.markup().leaf("figcaption", caption(frequencies)).close();
  }

  private static String caption(LayerFrequencies frequencies) {
    int hidden = frequencies.rows().size() - frequencies.frequentRows(MOST_ROWS).size();
    String rest =
        hidden == 0
            ? ""
            : " Left out: "
                + hidden
                + (hidden == 1 ? " layer" : " layers")
                + " that few or none of the best have.";
    return "Large: the share among the best tenth by reward. Small: the share among all "
        + frequencies.all()
        + " trials with a reward. Where the first is far larger than the second, that choice helps"
        + " or the controller has come to prefer it; with few architectures in the tenth, it may be"
        + " chance."
        + rest;
  }

  private static void write(LayerFrequencies frequencies, Markup markup) {
    markup.open("div", "class", "scroll").open("table", "class", "heat").open("thead").open("tr");
    markup.leaf("th", "layer", "scope", "col");
    frequencies.positions().forEach(position -> markup.leaf("th", position, "scope", "col"));
    markup.close().close().open("tbody");
    frequencies
        .frequentRows(MOST_ROWS)
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
              + Figures.percent(best, 1)
              + "\nall: "
              + Figures.percent(all, 1);
      markup.open(
          "td",
          "class",
          best > 0.5 ? "strong" : "weak",
          "style",
          "--share:" + String.format(Locale.ROOT, "%.0f", best * 100) + "%",
          "data-tip",
          tip);
      markup.leaf("b", Figures.percent(best, 0)).text(" ").leaf("small", Figures.percent(all, 0));
      markup.close();
    }
    markup.close();
  }
}
