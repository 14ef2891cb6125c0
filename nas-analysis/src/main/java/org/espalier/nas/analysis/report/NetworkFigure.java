package org.espalier.nas.analysis.report;

import java.util.List;
import org.espalier.nas.analysis.drawing.Drawing;
import org.espalier.nas.analysis.drawing.SvgWriter;
import org.espalier.nas.analysis.markup.Markup;
import org.espalier.nas.analysis.network.ComposedParts;
import org.espalier.nas.analysis.network.LayerLegend;
import org.espalier.nas.analysis.network.NetworkDrawing;
import org.espalier.nas.api.network.LayerGraph;
import org.espalier.nas.api.network.NetworkSpec;

/** The drawing of a network, with the parts of its composed layers folded. */
final class NetworkFigure {
  private static final int MOST_NODES = 400;
  private static final int MOST_PARTS = 8;
  private static final String CAPTION =
      "Data flow from top to bottom. Each box is a layer, with the shape of its output for one"
          + " example and its number of parameters, if it has any.";

  private NetworkFigure() {}

  /** Writes the drawing with its title, a legend and a caption. */
  static void write(String title, NetworkSpec network, Markup markup) {
    markup.open("figure", "class", "full").leaf("h3", title);
    LayerGraph graph = network.graph();
    if (graph.nodes().size() > MOST_NODES) {
      markup.leaf(
          "p",
          "The network has %d layers, too many for a drawing; at most %d are drawn."
              .formatted(graph.nodes().size(), MOST_NODES),
          "class",
          "nothing");
      markup.close();
      return;
    }
    writeLegend(graph, markup);
    write(graph, markup);
    List<ComposedParts> parts = ComposedParts.of(graph).stream().limit(MOST_PARTS).toList();
    if (!parts.isEmpty()) {
      markup.open("details").leaf("summary", "Parts of the composed layers");
      for (ComposedParts composed : parts) {
        markup.leaf("h4", composed.title());
        write(composed.graph(), markup);
      }
      markup.close();
    }
    markup.leaf("figcaption", CAPTION).close();
  }

  /** Writes the drawing in its own size, in a box that scrolls. */
  private static void write(LayerGraph graph, Markup markup) {
    Drawing drawing = NetworkDrawing.of(graph);
    markup.open("div", "class", "graph", "tabindex", "0");
    markup.open("div", "class", "drawing", "style", "width:" + drawing.width() + "px");
    SvgWriter.writeInPage(markup, drawing);
    markup.close().close();
  }

  private static void writeLegend(LayerGraph graph, Markup markup) {
    markup.open("ul", "class", "legend");
    for (LayerLegend.Entry entry : LayerLegend.of(graph)) {
      String color = "color:" + entry.color().variable();
      markup.open("li").leaf("span", "", "class", "swatch swatch-bar", "style", color);
      markup.text(entry.title()).close();
    }
    markup.close();
  }
}
