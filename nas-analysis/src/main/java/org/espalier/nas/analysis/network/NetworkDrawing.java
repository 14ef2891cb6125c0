package org.espalier.nas.analysis.network;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.espalier.nas.analysis.drawing.Drawing;
import org.espalier.nas.analysis.drawing.PaletteColor;
import org.espalier.nas.analysis.drawing.Shape;
import org.espalier.nas.analysis.drawing.Shape.Anchor;
import org.espalier.nas.analysis.drawing.Shape.Marker;
import org.espalier.nas.analysis.drawing.Shape.Point;
import org.espalier.nas.analysis.drawing.Stroke;
import org.espalier.nas.analysis.drawing.TextMetrics;
import org.espalier.nas.analysis.layout.LayeredLayout;
import org.espalier.nas.analysis.layout.PlacedBox;
import org.espalier.nas.analysis.markup.NumberFormat;
import org.espalier.nas.api.network.LayerGraph;

/**
 * The drawing of a graph of layers, from top to bottom. Equal graphs give equal drawings.
 *
 * <p>A box is a layer. Chains stand close together; other links are curves with arrowheads. If the
 * graph is wide, texts take two lines.
 */
public final class NetworkDrawing {
  private static final double MOST_WIDTH = 860;
  private static final double LABEL_SIZE = 13;
  private static final double DETAIL_SIZE = 11.5;
  private static final double PADDING = 10;
  private static final double STRIP = 4;
  private static final double SPACE = 16;
  private static final double GAP = 9;
  private static final double MARGIN = 4;
  private static final double ARROW = 7;
  private static final Stroke LINE = Stroke.solid(PaletteColor.MUTED, 1.3);

  private final List<NodeStack> stacks;
  private final boolean narrow;
  private final List<Shape> shapes = new ArrayList<>();

  private NetworkDrawing(List<NodeStack> stacks, boolean narrow) {
    this.stacks = stacks;
    this.narrow = narrow;
  }

  /** Returns the drawing of a graph; composed layers are one box each. */
  public static Drawing of(LayerGraph graph) {
    List<NodeStack> stacks = NodeStack.of(graph);
    NetworkDrawing wide = new NetworkDrawing(stacks, false);
    LayeredLayout layout = wide.layout();
    if (layout.width() <= MOST_WIDTH) {
      return wide.draw(graph, layout);
    }
    NetworkDrawing narrow = new NetworkDrawing(stacks, true);
    return narrow.draw(graph, narrow.layout());
  }

  private LayeredLayout layout() {
    return LayeredLayout.of(stacks.stream().map(this::size).toList(), NodeStack.links(stacks));
  }

  private PlacedBox size(NodeStack stack) {
    double width = stack.nodes().stream().mapToDouble(this::width).max().orElse(0);
    int count = stack.nodes().size();
    return new PlacedBox(0, 0, Math.ceil(width), count * row() + (count - 1) * GAP);
  }

  private double row() {
    return narrow ? 40 : 26;
  }

  private double mostLabel() {
    return narrow ? 150 : 300;
  }

  private double width(NodeBox node) {
    double label = TextMetrics.width(label(node), LABEL_SIZE);
    double detail = TextMetrics.width(node.detail(), DETAIL_SIZE);
    return STRIP + 2 * PADDING + (narrow ? Math.max(label, detail) : label + SPACE + detail);
  }

  private String label(NodeBox node) {
    return TextMetrics.fitted(node.label(), mostLabel(), LABEL_SIZE);
  }

  private Drawing draw(LayerGraph graph, LayeredLayout layout) {
    for (List<Point> route : layout.routes()) {
      List<Point> moved = route.stream().map(NetworkDrawing::moved).toList();
      Point end = moved.get(moved.size() - 1);
      shapes.add(new Shape.Curve(moved, false, LINE));
      shapes.add(arrow(end.x(), end.y()));
    }
    for (int i = 0; i < stacks.size(); i++) {
      draw(stacks.get(i), layout.boxes().get(i));
    }
    return new Drawing(
        description(graph),
        (int) Math.ceil(layout.width() + 2 * MARGIN),
        (int) Math.ceil(layout.height() + 2 * MARGIN),
        Map.of(),
        shapes);
  }

  private static Point moved(Point point) {
    return new Point(point.x() + MARGIN, point.y() + MARGIN);
  }

  private static Shape arrow(double x, double tip) {
    return new Shape.Markers(
        List.of(new Point(x, tip - ARROW / 2)), Marker.TRIANGLE_DOWN, ARROW, LINE.color(), 1);
  }

  private void draw(NodeStack stack, PlacedBox box) {
    double center = box.center() + MARGIN;
    double y = box.y() + MARGIN;
    for (int i = 0; i < stack.nodes().size(); i++) {
      if (i > 0) {
        shapes.add(Shape.Polyline.between(center, y - GAP, center, y, LINE));
      }
      draw(stack.nodes().get(i), box.x() + MARGIN, y, box.width());
      y += row() + GAP;
    }
  }

  private void draw(NodeBox node, double x, double y, double width) {
    PaletteColor color = node.family().color();
    double left = x + STRIP + PADDING;
    shapes.add(
        Shape.Group.withTooltip(
            node.tooltip(),
            Shape.Polygon.box(x, y, width, row(), PaletteColor.SURFACE, 1),
            Shape.Polygon.box(x, y, width, row(), color, 0.16),
            Shape.Polygon.box(x, y, STRIP, row(), color, 1),
            new Shape.Label(
                left, y + 17.5, label(node), Anchor.START, PaletteColor.TEXT, LABEL_SIZE),
            new Shape.Label(
                narrow ? left : x + width - PADDING,
                narrow ? y + 33 : y + 17.5,
                node.detail(),
                narrow ? Anchor.START : Anchor.END,
                PaletteColor.MUTED,
                DETAIL_SIZE)));
  }

  private static String description(LayerGraph graph) {
    int layers = graph.nodes().size();
    return "Graph of a network of "
        + (layers == 1 ? "one layer" : layers + " layers")
        + " with "
        + NumberFormat.whole(graph.parameters())
        + " parameters: "
        + TextMetrics.fitted(
            String.join(
                ", ", graph.nodes().stream().map(node -> NodeBox.label(node.layer())).toList()),
            400,
            1);
  }
}
