package org.espalier.nas.analysis.drawing;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;
import org.espalier.nas.analysis.drawing.Shape.Point;
import org.espalier.nas.api.storage.AtomicFile;

/** Writes drawings as PNG files, twice as large as they are; needs no screen. */
public final class PngWriter {

  private static final int SCALE = 2;

  private final Graphics2D graphics;

  private PngWriter(Graphics2D graphics) {
    this.graphics = graphics;
  }

  /**
   * Writes a file.
   *
   * @param drawing what is drawn
   * @param file made or replaced
   * @throws IOException if it cannot be written
   */
  public static void write(Drawing drawing, Path file) throws IOException {
    BufferedImage image =
        new BufferedImage(
            SCALE * (drawing.width() + 2 * Drawing.MARGIN),
            SCALE * (drawing.height() + 2 * Drawing.MARGIN),
            BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = image.createGraphics();
    graphics.setColor(Color.WHITE);
    graphics.fillRect(0, 0, image.getWidth(), image.getHeight());
    graphics.scale(SCALE, SCALE);
    graphics.translate(Drawing.MARGIN, Drawing.MARGIN);
    graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    graphics.setRenderingHint(
        RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
    graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
    drawing.shapes().forEach(new PngWriter(graphics)::paint);
    graphics.dispose();
    AtomicFile.write(file, out -> ImageIO.write(image, "png", out));
  }

  private void paint(Shape shape) {
    if (shape instanceof Shape.Polyline line) {
      graphics.setColor(color(line.pen().ink(), 1));
      graphics.setStroke(stroke(line.pen()));
      graphics.draw(path(line.points()));
    } else if (shape instanceof Shape.Polygon area) {
      Path2D path = path(area.points());
      path.closePath();
      graphics.setColor(color(area.ink(), area.opacity()));
      graphics.fill(path);
    } else if (shape instanceof Shape.Dot dot) {
      graphics.setColor(color(dot.ink(), dot.opacity()));
      graphics.fill(circle(dot.x(), dot.y(), dot.radius()));
    } else if (shape instanceof Shape.Cloud cloud) {
      graphics.setColor(color(cloud.ink(), cloud.opacity()));
      cloud.spots().forEach(spot -> graphics.fill(circle(spot.x(), spot.y(), cloud.radius())));
    } else if (shape instanceof Shape.Label label) {
      paint(label);
    } else if (shape instanceof Shape.Group group) {
      group.shapes().forEach(this::paint);
    } else if (shape instanceof Shape.Plot plot) {
      java.awt.Shape before = graphics.getClip();
      graphics.clip(new Rectangle2D.Double(plot.x(), plot.y(), plot.width(), plot.height()));
      plot.shapes().forEach(this::paint);
      graphics.setClip(before);
    }
  }

  private void paint(Shape.Label label) {
    graphics.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, 1).deriveFont((float) label.size()));
    graphics.setColor(color(label.ink(), 1));
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

  private static BasicStroke stroke(Pen pen) {
    List<Integer> dashes = pen.dashes();
    float[] lengths = new float[dashes.size()];
    for (int i = 0; i < lengths.length; i++) {
      lengths[i] = dashes.get(i);
    }
    return new BasicStroke(
        (float) pen.width(),
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

  private static Color color(Ink ink, double opacity) {
    return new Color((ink.rgb() & 0xFFFFFF) | ((int) Math.round(255 * opacity) << 24), true);
  }
}
