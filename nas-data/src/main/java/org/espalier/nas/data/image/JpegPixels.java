package org.espalier.nas.data.image;

import java.awt.image.Raster;

/**
 * The conversion of a JPEG file's components: luminance and chrominance as in the JFIF standard
 * with 16 binary places, and CMYK as inks on white paper, which programs of Adobe store inverted.
 */
final class JpegPixels {
  private static final int HALF = 1 << 15;
  private static final int CENTRE = 128;
  private static final int WHITE = 255;
  private static final int RED_OF_CR = fixed(1.40200);
  private static final int BLUE_OF_CB = fixed(1.77200);
  private static final int GREEN_OF_CR = fixed(0.71414);
  private static final int GREEN_OF_CB = fixed(0.34414);

  private final JpegHeader header;
  private final ImageColor color;

  JpegPixels(JpegHeader header, ImageColor color) {
    this.header = header;
    this.color = color;
  }

  private static int fixed(double factor) {
    return (int) (factor * (1 << 16) + 0.5);
  }

  /**
   * Writes all pixels.
   *
   * @throws BrokenImageException if the components are not those of the header
   */
  void write(Raster raster, byte[] into) throws BrokenImageException {
    int bands = raster.getNumBands();
    if (bands != header.components()) {
      throw new BrokenImageException("its JPEG data are damaged");
    }
    int[] row = new int[raster.getWidth() * bands];
    int[] rgb = new int[3];
    int at = 0;
    for (int y = 0; y < raster.getHeight(); y++) {
      raster.getPixels(0, y, raster.getWidth(), 1, row);
      for (int i = 0; i < row.length; i += bands) {
        if (bands == 1) {
          color.write(row[i], row[i], row[i], into, at);
        } else {
          colors(row, i, rgb);
          if (bands == 4) {
            inks(row[i + 3], rgb);
          }
          color.write(rgb[0], rgb[1], rgb[2], into, at);
        }
        at += color.channels();
      }
    }
  }

  private void colors(int[] row, int i, int[] rgb) {
    if (!header.transformed()) {
      System.arraycopy(row, i, rgb, 0, 3);
      return;
    }
    int luminance = row[i];
    int cb = row[i + 1] - CENTRE;
    int cr = row[i + 2] - CENTRE;
    rgb[0] = octet(luminance + ((RED_OF_CR * cr + HALF) >> 16));
    rgb[1] = octet(luminance + ((-GREEN_OF_CB * cb - GREEN_OF_CR * cr + HALF) >> 16));
    rgb[2] = octet(luminance + ((BLUE_OF_CB * cb + HALF) >> 16));
  }

  private static int octet(int value) {
    return Math.max(0, Math.min(WHITE, value));
  }

  /** Replaces cyan, magenta and yellow by red, green and blue. */
  private void inks(int stored, int[] rgb) {
    int unprinted = header.adobe() ? stored : WHITE - stored;
    // The transform of an inverted file yields the ink, that of a plain one what is left of white.
    boolean inverted = header.adobe() != header.transformed();
    for (int i = 0; i < rgb.length; i++) {
      int light = inverted ? rgb[i] : WHITE - rgb[i];
      rgb[i] = (light * unprinted + WHITE / 2) / WHITE;
    }
  }
}
