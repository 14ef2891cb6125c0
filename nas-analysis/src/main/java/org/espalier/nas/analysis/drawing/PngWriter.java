package org.espalier.nas.analysis.drawing;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.espalier.nas.analysis.drawing.Shape.Point;
import org.espalier.nas.api.storage.AtomicFile;

/** Writer of PNG files at twice the size of the drawing; works headless. */
public final class PngWriter {

  private static final int SCALE = 2;
  private static final long MOST_PIXELS = 8_000_000;

  private final Graphics2D graphics;

  private PngWriter(Graphics2D graphics) {
    this.graphics = graphics;
  }

  /** Returns true if a drawing is small enough for an image in memory. */
  public static boolean holds(Drawing drawing) {
    return (long) drawing.width() * drawing.height() <= MOST_PIXELS;
  }

  /**
   * Writes a drawing to a file.
   *
   * @param drawing the drawing
   * @param file created or replaced
   * @throws IOException if the file cannot be written
   */
  public static void write(Drawing drawing, Path file) throws IOException {
    write(List.of(drawing), 1, file);
  }

  /**
   * Writes drawings of equal size to one file, row by row.
   *
   * @param drawings at least one
   * @param columns drawings in a row
   * @param file created or replaced
   * @throws IOException if the file cannot be written
   */
  public static void write(List<Drawing> drawings, int columns, Path file) throws IOException {
    int width = drawings.get(0).width() + 2 * Drawing.MARGIN;
    int height = drawings.get(0).height() + 2 * Drawing.MARGIN;
    int rows = (drawings.size() + columns - 1) / columns;
    BufferedImage image =
        new BufferedImage(
            SCALE * width * Math.min(columns, drawings.size()),
            SCALE * height * rows,
            BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = image.createGraphics();
    graphics.setColor(Color.WHITE);
    graphics.fillRect(0, 0, image.getWidth(), image.getHeight());
    graphics.scale(SCALE, SCALE);
    graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    graphics.setRenderingHint(
        RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
    graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
    for (int i = 0; i < drawings.size(); i++) {
      Graphics2D panel = (Graphics2D) graphics.create();
      panel.translate(i % columns * width + Drawing.MARGIN, i / columns * height + Drawing.MARGIN);
      drawings.get(i).shapes().forEach(new PngWriter(panel)::paint);
      panel.dispose();
    }
    graphics.dispose();
    AtomicFile.write(file, out -> PngEncoder.write(image, out));
  }

  private void paint(Shape shape) {
    if (shape instanceof Shape.Polyline line) {
      graphics.setColor(color(line.stroke().color(), 1));
      graphics.setStroke(stroke(line.stroke()));
      graphics.draw(path(line.points()));
    } else if (shape instanceof Shape.Curve curve) {
      graphics.setColor(color(curve.stroke().color(), 1));
      graphics.setStroke(stroke(curve.stroke()));
      graphics.draw(path(curve));
    } else if (shape instanceof Shape.Polygon area) {
      Path2D path = path(area.points());
      path.closePath();
      graphics.setColor(color(area.color(), area.opacity()));
      graphics.fill(path);
    } else if (shape instanceof Shape.Circle circle) {
      graphics.setColor(color(circle.color(), circle.opacity()));
      graphics.fill(circle(circle.x(), circle.y(), circle.radius()));
    } else if (shape instanceof Shape.Scatter scatter) {
      graphics.setColor(color(scatter.color(), scatter.opacity()));
      scatter.points().forEach(p -> graphics.fill(circle(p.x(), p.y(), scatter.radius())));
    } else if (shape instanceof Shape.Markers markers) {
      paint(markers);
    } else if (shape instanceof Shape.Label label) {
      paint(label);
    } else if (shape instanceof Shape.Group group) {
      group.shapes().forEach(this::paint);
    } else if (shape instanceof Shape.Viewport viewport) {
      java.awt.Shape before = graphics.getClip();
      graphics.clip(
          new Rectangle2D.Double(viewport.x(), viewport.y(), viewport.width(), viewport.height()));
      viewport.shapes().forEach(this::paint);
      graphics.setClip(before);
    }
  }

  private void paint(Shape.Markers markers) {
    graphics.setColor(color(markers.color(), markers.opacity()));
    graphics.setStroke(stroke(Stroke.solid(markers.color(), MarkerPath.CROSS_WIDTH)));
    double half = markers.size() / 2;
    for (Point at : markers.points()) {
      switch (markers.marker()) {
        case CIRCLE -> graphics.fill(circle(at.x(), at.y(), half));
        case CROSS -> {
          graphics.draw(
              new Line2D.Double(at.x() - half, at.y() - half, at.x() + half, at.y() + half));
          graphics.draw(
              new Line2D.Double(at.x() - half, at.y() + half, at.x() + half, at.y() - half));
        }
        case TRIANGLE_UP, TRIANGLE_DOWN, TRIANGLE_RIGHT ->
            graphics.fill(path(MarkerPath.triangle(at, markers.marker(), half)));
      }
    }
  }

  private void paint(Shape.Label label) {
    graphics.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, 1).deriveFont((float) label.size()));
    graphics.setColor(color(label.color(), 1));
    double width = graphics.getFontMetrics().getStringBounds(label.text(), graphics).getWidth();
    double start =
        switch (label.anchor()) {
          case START -> label.x();
          case MIDDLE -> label.x() - width / 2;
          case END -> label.x() - width;
        };
    graphics.drawString(label.text(), (float) start, (float) label.y());
  }

  private static Ellipse2D circle(double x, double y, double radius) {
    return new Ellipse2D.Double(x - radius, y - radius, 2 * radius, 2 * radius);
  }

  private static BasicStroke stroke(Stroke stroke) {
    List<Integer> dashes = stroke.dashes();
    float[] lengths = new float[dashes.size()];
    for (int i = 0; i < lengths.length; i++) {
      lengths[i] = dashes.get(i);
    }
    return new BasicStroke(
        (float) stroke.width(),
        BasicStroke.CAP_BUTT,
        BasicStroke.JOIN_ROUND,
        1,
        lengths.length == 0 ? null : lengths,
        0);
  }

  private static Path2D path(List<Point> points) {
    Path2D path = new Path2D.Double();
    for (Point point : points) {
      if (path.getCurrentPoint() == null) {
        path.moveTo(point.x(), point.y());
      } else {
        path.lineTo(point.x(), point.y());
      }
    }
    return path;
  }

  private static Path2D path(Shape.Curve curve) {
    Path2D path = new Path2D.Double();
    Point last = curve.points().get(0);
    path.moveTo(last.x(), last.y());
    for (Point point : curve.points().subList(1, curve.points().size())) {
      List<Point> controls = curve.controls(last, point);
      Point first = controls.get(0);
      Point second = controls.get(1);
      path.curveTo(first.x(), first.y(), second.x(), second.y(), point.x(), point.y());
      last = point;
    }
    return path;
  }

  private static Color color(PaletteColor color, double opacity) {
    return new Color((color.rgb() & 0xFFFFFF) | ((int) Math.round(255 * opacity) << 24), true);
  }
}
