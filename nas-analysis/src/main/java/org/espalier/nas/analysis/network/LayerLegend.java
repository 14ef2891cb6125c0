package org.espalier.nas.analysis.network;

import java.util.List;
import java.util.stream.Stream;
import org.espalier.nas.analysis.drawing.PaletteColor;
import org.espalier.nas.api.network.LayerGraph;

/** The legend of the drawing of a network. */
public final class LayerLegend {

  private LayerLegend() {}

  /**
   * A color and its meaning.
   *
   * @param title the kind of layers
   * @param color the color of their boxes
   */
  public record Entry(String title, PaletteColor color) {}

  /** Returns the entries of the kinds that a graph has. */
  public static List<Entry> of(LayerGraph graph) {
    return Stream.of(LayerFamily.values())
        .filter(
            family ->
                graph.nodes().stream().anyMatch(node -> LayerFamily.of(node.layer()) == family))
        .map(family -> new Entry(family.title(), family.color()))
        .toList();
  }
}
