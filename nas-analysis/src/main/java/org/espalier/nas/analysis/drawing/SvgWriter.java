package org.espalier.nas.analysis.drawing;

import static org.espalier.nas.analysis.markup.Figures.coordinate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.espalier.nas.analysis.markup.Figures;
import org.espalier.nas.analysis.markup.Markup;

/** Writes drawings as SVG. */
public final class SvgWriter {

  private static final String FONTS =
      "system-ui, -apple-system, 'Segoe UI', Roboto, 'Liberation Sans', Arial, sans-serif";

  private final Markup markup;
  private final Function<Ink, String> colours;

  private SvgWriter(Markup markup, Function<Ink, String> colours) {
    this.markup = markup;
    this.colours = colours;
  }

  /** Writes an element of a page, whose style sheet says what the inks and fonts are. */
  public static void writeInPage(Markup page, Drawing drawing) {
    new SvgWriter(page, Ink::variable).write(drawing, List.of());
  }

  /** The text of a file that needs nothing else. */
  public static String file(Drawing drawing) {
    Markup markup = new Markup();
    markup.trusted("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    List<String> root =
        List.of(
            "xmlns",
            "http://www.w3.org/2000/svg",
            "width",
            Integer.toString(drawing.width() + 2 * Drawing.MARGIN),
            "height",
            Integer.toString(drawing.height() + 2 * Drawing.MARGIN),
            "font-family",
            FONTS);
    new SvgWriter(markup, Ink::hex).write(drawing, root);
    return markup.trusted("\n").toString();
  }

  private void write(Drawing drawing, List<String> root) {
    List<String> attributes = new ArrayList<>(root);
    int margin = root.isEmpty() ? 0 : Drawing.MARGIN;
    String width = Integer.toString(drawing.width() + 2 * margin);
    String height = Integer.toString(drawing.height() + 2 * margin);
    String corner = Integer.toString(-margin);
    attributes.addAll(List.of("viewBox", String.join(" ", corner, corner, width, height)));
    attributes.addAll(List.of("role", "img", "aria-label", drawing.description()));
    add(attributes, drawing.attributes());
    markup.open("svg", attributes.toArray(String[]::new));
    if (margin > 0) {
      String ground = colours.apply(Ink.SURFACE);
      markup.empty(
          "rect", "x", corner, "y", corner, "width", width, "height", height, "fill", ground);
    }
    drawing.shapes().forEach(this::write);
    markup.close();
  }

  private void write(Shape shape) {
    if (shape instanceof Shape.Polyline line) {
      write(line);
    } else if (shape instanceof Shape.Polygon area) {
      write(area);
    } else if (shape instanceof Shape.Dot dot) {
      write(dot);
    } else if (shape instanceof Shape.Cloud cloud) {
      write(cloud);
    } else if (shape instanceof Shape.Label label) {
      write(label);
    } else if (shape instanceof Shape.Group group) {
      List<String> attributes = new ArrayList<>();
      add(attributes, group.attributes());
      markup.open("g", attributes.toArray(String[]::new));
      group.shapes().forEach(this::write);
      markup.close();
    } else if (shape instanceof Shape.Plot plot) {
      write(plot);
    }
  }

  private void write(Shape.Polyline line) {
    List<String> attributes =
        new ArrayList<>(
            List.of(
                "d", PathText.of(line.points()), "fill", "none", "stroke", ink(line.pen().ink())));
    attributes.addAll(List.of("stroke-width", coordinate(line.pen().width())));
    attributes.addAll(List.of("vector-effect", "non-scaling-stroke"));
    if (!line.pen().dashes().isEmpty()) {
      attributes.addAll(
          List.of(
              "stroke-dasharray",
              line.pen().dashes().stream().map(String::valueOf).collect(Collectors.joining(" "))));
    }
    markup.empty("path", attributes.toArray(String[]::new));
  }

  private void write(Shape.Polygon area) {
    markup.empty(
        "path",
        "d",
        PathText.of(area.points()) + 'Z',
        "fill",
        ink(area.ink()),
        "fill-opacity",
        opacity(area.opacity()));
  }

  private void write(Shape.Dot dot) {
    markup.empty(
        "circle",
        "cx",
        coordinate(dot.x()),
        "cy",
        coordinate(dot.y()),
        "r",
        coordinate(dot.radius()),
        "fill",
        ink(dot.ink()),
        "fill-opacity",
        opacity(dot.opacity()));
  }

  private void write(Shape.Cloud cloud) {
    markup.open("g", "fill", ink(cloud.ink()), "fill-opacity", opacity(cloud.opacity()));
    String radius = coordinate(cloud.radius());
    for (Shape.Spot spot : cloud.spots()) {
      markup.empty(
          "circle",
          "cx",
          coordinate(spot.x()),
          "cy",
          coordinate(spot.y()),
          "r",
          radius,
          "data-tip",
          spot.tip());
    }
    markup.close();
  }

  private void write(Shape.Label label) {
    String anchor =
        switch (label.anchor()) {
          case START -> "start";
          case MIDDLE -> "middle";
          case END -> "end";
        };
    markup.leaf(
        "text",
        label.text(),
        "x",
        coordinate(label.x()),
        "y",
        coordinate(label.y()),
        "text-anchor",
        anchor,
        "font-size",
        coordinate(label.size()),
        "fill",
        ink(label.ink()));
  }

  /** The part with a view box of its own can be zoomed by changing that. */
  private void write(Shape.Plot plot) {
    String place =
        String.join(
            " ",
            coordinate(plot.x()),
            coordinate(plot.y()),
            coordinate(plot.width()),
            coordinate(plot.height()));
    markup.open(
        "svg",
        "class",
        "plot",
        "x",
        coordinate(plot.x()),
        "y",
        coordinate(plot.y()),
        "width",
        coordinate(plot.width()),
        "height",
        coordinate(plot.height()),
        "viewBox",
        place,
        "preserveAspectRatio",
        "none");
    plot.shapes().forEach(this::write);
    markup.close();
  }

  private String ink(Ink ink) {
    return colours.apply(ink);
  }

  private static void add(List<String> to, Map<String, String> attributes) {
    new TreeMap<>(attributes).forEach((name, value) -> to.addAll(Arrays.asList(name, value)));
  }

  private static String opacity(double value) {
    return Figures.fixed(value, 2);
  }
}
