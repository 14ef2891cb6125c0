package org.espalier.nas.data.generate;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * A painter of distorted digits. Each digit is rotated, sheared, scaled and shifted at random, its
 * points are moved, the pen has a random width and darkness, and every pixel gets noise. Only
 * operations whose results Java defines to the last bit are used.
 */
final class DigitPainter {
  private static final int WHITE = 255;
  private static final double ROTATION = 0.34;
  private static final double SHEAR = 0.34;
  private static final double SCALE = 0.17;
  private static final double SHIFT = 0.115;
  private static final double WOBBLE = 0.045;
  private static final double MARGIN = 0.10;
  private static final double THINNEST = 0.045;
  private static final double THICKEST = 0.10;
  private static final double PALEST = 0.6;

  private final int size;
  private final double distortion;
  private final double noise;
  private final RandomGenerator random;

  /**
   * Creates a painter.
   *
   * @param size height and width of an image
   * @param distortion the factor of all distortions
   * @param noise standard deviation of the noise, where 1 is the range from black to white
   * @param random source of all random numbers
   */
  DigitPainter(int size, double distortion, double noise, RandomGenerator random) {
    this.size = size;
    this.distortion = distortion;
    this.noise = noise;
    this.random = random;
  }

  /** Writes an image, light on dark, row after row. */
  void paint(Glyph glyph, byte[] into, int offset) {
    List<double[]> lines = distorted(glyph);
    double pen = size * (THINNEST + (THICKEST - THINNEST) * random.nextDouble());
    double light = PALEST + (1 - PALEST) * random.nextDouble();
    for (int row = 0; row < size; row++) {
      for (int column = 0; column < size; column++) {
        double distance = distance(lines, column + 0.5, row + 0.5);
        double ink = Math.max(0, Math.min(1, pen + 0.5 - distance));
        double level = ink * light + noise * normal();
        into[offset + row * size + column] =
            (byte) (int) Math.max(0, Math.min(WHITE, Math.floor(level * WHITE + 0.5)));
      }
    }
  }

  /** Returns the lines of a glyph in pixels. */
  private List<double[]> distorted(Glyph glyph) {
    double angle = ROTATION * symmetric();
    double shear = SHEAR * symmetric();
    double width = 1 + SCALE * symmetric();
    double height = 1 + SCALE * symmetric();
    double right = SHIFT * symmetric();
    double down = SHIFT * symmetric();
    double sine = StrictMath.sin(angle);
    double cosine = StrictMath.cos(angle);
    List<double[]> lines = new ArrayList<>();
    for (double[] stroke : glyph.strokes()) {
      double[] line = new double[stroke.length];
      for (int i = 0; i < stroke.length; i += 2) {
        double y = height * (stroke[i + 1] - 0.5 + WOBBLE * symmetric());
        double x = width * (stroke[i] - 0.5 + WOBBLE * symmetric()) + shear * y;
        line[i] = pixels(0.5 + cosine * x - sine * y + right);
        line[i + 1] = pixels(0.5 + sine * x + cosine * y + down);
      }
      lines.add(line);
    }
    return lines;
  }

  private double pixels(double place) {
    return size * (MARGIN + (1 - 2 * MARGIN) * place);
  }

  private static double distance(List<double[]> lines, double x, double y) {
    double nearest = Double.POSITIVE_INFINITY;
    for (double[] line : lines) {
      for (int i = 0; i + 3 < line.length; i += 2) {
        double dx = line[i + 2] - line[i];
        double dy = line[i + 3] - line[i + 1];
        double along = (x - line[i]) * dx + (y - line[i + 1]) * dy;
        double part = Math.max(0, Math.min(1, along / Math.max(1e-12, dx * dx + dy * dy)));
        double offX = x - line[i] - part * dx;
        double offY = y - line[i + 1] - part * dy;
        nearest = Math.min(nearest, offX * offX + offY * offY);
      }
    }
    return Math.sqrt(nearest);
  }

  /** Returns a number from the range of the distortions, uniformly. */
  private double symmetric() {
    return distortion * (2 * random.nextDouble() - 1);
  }

  /** Returns a sum of twelve uniform numbers with mean 0 and variance 1, nearly a normal one. */
  private double normal() {
    double sum = -6;
    for (int i = 0; i < 12; i++) {
      sum += random.nextDouble();
    }
    return sum;
  }
}
