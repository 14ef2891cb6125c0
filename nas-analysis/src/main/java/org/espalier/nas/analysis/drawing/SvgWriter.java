package org.espalier.nas.analysis.drawing;

import static org.espalier.nas.analysis.markup.NumberFormat.coordinate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.espalier.nas.analysis.markup.Markup;
import org.espalier.nas.analysis.markup.NumberFormat;

/** Writer of SVG elements and files. */
public final class SvgWriter {

  private static final String FONTS =
      "system-ui, -apple-system, 'Segoe UI', Roboto, 'Liberation Sans', Arial, sans-serif";

  private final Markup markup;
  private final Function<PaletteColor, String> colors;

  private SvgWriter(Markup markup, Function<PaletteColor, String> colors) {
    this.markup = markup;
    this.colors = colors;
  }

  /** Writes an element of a page, whose style sheet defines the colors and the font. */
  public static void writeInPage(Markup page, Drawing drawing) {
    new SvgWriter(page, PaletteColor::variable).write(drawing, List.of(), "");
  }

  /** Returns the content of a self-contained SVG file. */
  public static String file(Drawing drawing) {
    return file(drawing, PaletteColor::hex, "");
  }

  /**
   * Returns the content of a self-contained SVG file in the colors of the page that shows it: light
   * or dark.
   */
  public static String adaptiveFile(Drawing drawing) {
    String style =
        ":root{%s}@media (prefers-color-scheme:dark){:root{%s}}"
            .formatted(variables(PaletteColor::hex), variables(PaletteColor::darkHex));
    return file(drawing, PaletteColor::variable, style);
  }

  private static String variables(Function<PaletteColor, String> colors) {
    return Arrays.stream(PaletteColor.values())
        .map(color -> color.property() + ":" + colors.apply(color))
        .collect(Collectors.joining(";"));
  }

  private static String file(Drawing drawing, Function<PaletteColor, String> colors, String style) {
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
    new SvgWriter(markup, colors).write(drawing, root, style);
    return markup.trusted("\n").toString();
  }

  private void write(Drawing drawing, List<String> root, String style) {
    List<String> attributes = new ArrayList<>(root);
    int margin = root.isEmpty() ? 0 : Drawing.MARGIN;
    String width = Integer.toString(drawing.width() + 2 * margin);
    String height = Integer.toString(drawing.height() + 2 * margin);
    String corner = Integer.toString(-margin);
    attributes.addAll(List.of("viewBox", String.join(" ", corner, corner, width, height)));
    attributes.addAll(List.of("role", "img", "aria-label", drawing.description()));
    add(attributes, drawing.attributes());
    markup.open("svg", attributes.toArray(String[]::new));
    if (!style.isEmpty()) {
      markup.leaf("style", style);
    }
    if (margin > 0) {
      String background = colors.apply(PaletteColor.SURFACE);
      markup.empty(
          "rect", "x", corner, "y", corner, "width", width, "height", height, "fill", background);
    }
    drawing.shapes().forEach(this::write);
    markup.close();
  }

  private void write(Shape shape) {
    if (shape instanceof Shape.Polyline line) {
      writeLine(SvgPathData.of(line.points()), line.stroke());
    } else if (shape instanceof Shape.Curve curve) {
      writeLine(SvgPathData.ofCurve(curve), curve.stroke());
    } else if (shape instanceof Shape.Polygon area) {
      write(area);
    } else if (shape instanceof Shape.Circle circle) {
      write(circle);
    } else if (shape instanceof Shape.Scatter scatter) {
      write(scatter);
    } else if (shape instanceof Shape.Markers markers) {
      write(markers);
    } else if (shape instanceof Shape.Label label) {
      write(label);
    } else if (shape instanceof Shape.Group group) {
      List<String> attributes = new ArrayList<>();
      add(attributes, group.attributes());
      markup.open("g", attributes.toArray(String[]::new));
      group.shapes().forEach(this::write);
      markup.close();
    } else if (shape instanceof Shape.Viewport viewport) {
      write(viewport);
    }
  }

  private void writeLine(String path, Stroke stroke) {
    List<String> attributes =
        new ArrayList<>(List.of("d", path, "fill", "none", "stroke", color(stroke.color())));
    attributes.addAll(List.of("stroke-width", coordinate(stroke.width())));
    attributes.addAll(List.of("vector-effect", "non-scaling-stroke"));
    if (!stroke.dashes().isEmpty()) {
      attributes.addAll(
          List.of(
              "stroke-dasharray",
              stroke.dashes().stream().map(String::valueOf).collect(Collectors.joining(" "))));
    }
    markup.empty("path", attributes.toArray(String[]::new));
  }

  private void write(Shape.Polygon area) {
    markup.empty(
        "path",
        "d",
        SvgPathData.of(area.points()) + 'Z',
        "fill",
        color(area.color()),
        "fill-opacity",
        opacity(area.opacity()));
  }

  private void write(Shape.Circle circle) {
    markup.empty(
        "circle",
        "cx",
        coordinate(circle.x()),
        "cy",
        coordinate(circle.y()),
        "r",
        coordinate(circle.radius()),
        "fill",
        color(circle.color()),
        "fill-opacity",
        opacity(circle.opacity()));
  }

  private void write(Shape.Scatter scatter) {
    markup.open("g", "fill", color(scatter.color()), "fill-opacity", opacity(scatter.opacity()));
    String radius = coordinate(scatter.radius());
    for (Shape.ScatterPoint point : scatter.points()) {
      markup.empty(
          "circle",
          "cx",
          coordinate(point.x()),
          "cy",
          coordinate(point.y()),
          "r",
          radius,
          "data-tip",
          point.tooltip());
    }
    markup.close();
  }

  /** Writes all markers as one path; a circle is a dash of length zero with round ends. */
  private void write(Shape.Markers markers) {
    String path = MarkerPath.of(markers);
    String color = color(markers.color());
    String opacity = opacity(markers.opacity());
    switch (markers.marker()) {
      case CIRCLE ->
          markup.empty(
              "path",
              "d",
              path,
              "stroke",
              color,
              "stroke-opacity",
              opacity,
              "stroke-width",
              coordinate(markers.size()),
              "stroke-linecap",
              "round");
      case CROSS ->
          markup.empty(
              "path",
              "d",
              path,
              "stroke",
              color,
              "stroke-opacity",
              opacity,
              "stroke-width",
              coordinate(MarkerPath.CROSS_WIDTH));
      case TRIANGLE_UP, TRIANGLE_DOWN, TRIANGLE_RIGHT ->
          markup.empty("path", "d", path, "fill", color, "fill-opacity", opacity);
    }
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
        color(label.color()));
  }

  /** Writes a nested element whose view box scripts change to zoom. */
  private void write(Shape.Viewport viewport) {
    String place =
        String.join(
            " ",
            coordinate(viewport.x()),
            coordinate(viewport.y()),
            coordinate(viewport.width()),
            coordinate(viewport.height()));
    markup.open(
        "svg",
        "class",
        "plot",
        "x",
        coordinate(viewport.x()),
        "y",
        coordinate(viewport.y()),
        "width",
        coordinate(viewport.width()),
        "height",
        coordinate(viewport.height()),
        "viewBox",
        place,
        "preserveAspectRatio",
        "none");
    viewport.shapes().forEach(this::write);
    markup.close();
  }

  private String color(PaletteColor color) {
    return colors.apply(color);
  }

  private static void add(List<String> to, Map<String, String> attributes) {
    new TreeMap<>(attributes).forEach((name, value) -> to.addAll(Arrays.asList(name, value)));
  }

  private static String opacity(double value) {
    return NumberFormat.fixed(value, 2);
  }
}
