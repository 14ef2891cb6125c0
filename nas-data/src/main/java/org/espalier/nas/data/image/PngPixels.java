package org.espalier.nas.data.image;

import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.ComponentColorModel;
import java.awt.image.Raster;

/**
 * The pixels of a decoded PNG image as they are stored. The colour management of the JDK is left
 * out: it would brighten grey images, and results could differ between versions.
 */
final class PngPixels {
  private static final int OPAQUE = 255;

  private final BufferedImage image;
  private final ImageColor color;

  private PngPixels(BufferedImage image, ImageColor color) {
    this.image = image;
    this.color = color;
  }

  static PngPixels of(BufferedImage image, ImageColor color) {
    return new PngPixels(image, color);
  }

  /** Writes all pixels. */
  void write(byte[] into) {
    if (image.getColorModel() instanceof ComponentColorModel model) {
      writeComponents(model, into);
    } else {
      writePalette(into);
    }
  }

  private void writeComponents(ColorModel model, byte[] into) {
    Raster raster = image.getRaster();
    int bands = raster.getNumBands();
    int maximum = (1 << model.getComponentSize(0)) - 1;
    int colors = bands < 3 ? 1 : 3;
    int[] row = new int[raster.getWidth() * bands];
    int at = 0;
    for (int y = 0; y < raster.getHeight(); y++) {
      raster.getPixels(0, y, raster.getWidth(), 1, row);
      for (int i = 0; i < row.length; i += bands) {
        int red = octet(row[i], maximum);
        int green = colors == 1 ? red : octet(row[i + 1], maximum);
        int blue = colors == 1 ? red : octet(row[i + 2], maximum);
        int alpha = bands > colors ? octet(row[i + colors], maximum) : OPAQUE;
        color.write(red, green, blue, alpha, into, at);
        at += color.channels();
      }
    }
  }

  private static int octet(int value, int maximum) {
    return maximum == OPAQUE ? value : (value * OPAQUE + maximum / 2) / maximum;
  }

  private void writePalette(byte[] into) {
    int at = 0;
    for (int y = 0; y < image.getHeight(); y++) {
      for (int x = 0; x < image.getWidth(); x++) {
        int argb = image.getRGB(x, y);
        color.write(argb >> 16 & 255, argb >> 8 & 255, argb & 255, argb >>> 24, into, at);
        at += color.channels();
      }
    }
  }
}
