package org.espalier.nas.analysis.picture;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.List;
import javax.imageio.ImageIO;

/**
 * Images side by side in one PNG, with transparent gaps.
 *
 * @param pictures at least one
 */
public record PictureSheet(List<Picture> pictures) {
  private static final int GAP = 2;
  private static final int USUAL_HEIGHT = 56;
  private static final int OPAQUE = 0xFF000000;

  /** Copies. */
  public PictureSheet {
    pictures = List.copyOf(pictures);
    if (pictures.isEmpty()) {
      throw new IllegalArgumentException("pictures must hold at least one.");
    }
  }

  /** Returns the width in pixels of the file. */
  public int width() {
    return pictures.stream().mapToInt(Picture::width).sum() + GAP * (pictures.size() - 1);
  }

  /** Returns the height in pixels of the file. */
  public int height() {
    return pictures.stream().mapToInt(Picture::height).max().orElseThrow();
  }

  /** Returns the factor by which pages enlarge the pictures. */
  public int zoom() {
    return Math.max(1, Math.round((float) USUAL_HEIGHT / height()));
  }

  /** Returns the file as a URI that contains it. */
  public String dataUri() {
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    try {
      ImageIO.write(image(), "png", file);
    } catch (IOException e) {
      throw new UncheckedIOException("A picture cannot be encoded.", e);
    }
    return "data:image/png;base64," + Base64.getEncoder().encodeToString(file.toByteArray());
  }

  private BufferedImage image() {
    BufferedImage image = new BufferedImage(width(), height(), BufferedImage.TYPE_INT_ARGB);
    int left = 0;
    for (Picture picture : pictures) {
      for (int y = 0; y < picture.height(); y++) {
        for (int x = 0; x < picture.width(); x++) {
          image.setRGB(left + x, y, OPAQUE | picture.rgb(y, x));
        }
      }
      left += picture.width() + GAP;
    }
    return image;
  }
}
