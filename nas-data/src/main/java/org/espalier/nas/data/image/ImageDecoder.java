package org.espalier.nas.data.image;

import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.awt.image.Raster;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;
import org.espalier.nas.api.storage.IoReason;

/**
 * A decoder of PNG and JPEG files. The content decides on the format, not the name. Embedded colour
 * profiles and the orientation in EXIF data are ignored; transparent pixels lie on white.
 */
final class ImageDecoder {
  /** The maximum number of pixels; more are taken for a decompression bomb. */
  static final long MAXIMUM = 100_000_000;

  private static final long LARGEST_FILE = 1L << 30;

  private final ImageColor color;

  ImageDecoder(ImageColor color) {
    this.color = color;
  }

  /** An operation on a file that was opened. */
  @FunctionalInterface
  private interface Operation<T> {
    T apply(byte[] bytes, ImageReader reader, boolean png) throws IOException, BrokenImageException;
  }

  /**
   * Returns a picture without pixels, of the size in the head of a file.
   *
   * @throws BrokenImageException if it cannot be read, or is no image of a possible size
   */
  DecodedImage size(Path file) throws BrokenImageException {
    return open(file, (bytes, reader, png) -> size(reader));
  }

  /**
   * Decodes a file.
   *
   * @throws BrokenImageException if it cannot be read, is damaged, or is no image of a possible
   *     size
   */
  DecodedImage decode(Path file) throws BrokenImageException {
    return open(file, this::decode);
  }

  private DecodedImage decode(byte[] bytes, ImageReader reader, boolean png)
      throws IOException, BrokenImageException {
    DecodedImage size = size(reader);
    byte[] pixels = new byte[size.height() * size.width() * color.channels()];
    int stored;
    List<String> warnings = new ArrayList<>();
    reader.addIIOReadWarningListener((source, warning) -> warnings.add(warning));
    if (png) {
      PngCheck.verify(bytes);
      BufferedImage image = reader.read(0);
      stored = image.getRaster().getNumBands() == 2 || grey(image) ? 1 : 3;
      PngPixels.of(image, color).write(pixels);
    } else {
      JpegHeader header = JpegHeader.of(bytes);
      Raster raster = reader.readRaster(0, null);
      for (String warning : warnings) {
        if (warning.matches("(Premature|Corrupt|Truncated).*")) {
          throw new BrokenImageException("its JPEG data are damaged or were cut off");
        }
      }
      stored = header.components() == 1 ? 1 : 3;
      new JpegPixels(header, color).write(raster, pixels);
    }
    return new DecodedImage(size.height(), size.width(), color.channels(), stored, pixels);
  }

  private static boolean grey(BufferedImage image) {
    return image.getRaster().getNumBands() == 1
        && !(image.getColorModel() instanceof IndexColorModel);
  }

  private DecodedImage size(ImageReader reader) throws IOException, BrokenImageException {
    int height = reader.getHeight(0);
    int width = reader.getWidth(0);
    if (height < 1 || width < 1 || (long) height * width > MAXIMUM) {
      throw new BrokenImageException(
          "it has %d×%d pixels, and %d are the maximum; scale it down"
              .formatted(width, height, MAXIMUM));
    }
    return new DecodedImage(height, width, color.channels(), new byte[0]);
  }

  private static <T> T open(Path file, Operation<T> operation) throws BrokenImageException {
    byte[] bytes = bytes(file);
    String format = format(bytes);
    ImageReader reader = ImageIO.getImageReadersByFormatName(format).next();
    try (ImageInputStream in = new MemoryCacheImageInputStream(new ByteArrayInputStream(bytes))) {
      reader.setInput(in, true, true);
      return operation.apply(bytes, reader, format.equals("png"));
    } catch (IOException | RuntimeException damaged) {
      // The readers of the JDK throw exceptions of many classes for damaged data.
      String name = format.equals("png") ? "PNG" : "JPEG";
      throw new BrokenImageException("its " + name + " data are damaged", damaged);
    } finally {
      reader.dispose();
    }
  }

  private static byte[] bytes(Path file) throws BrokenImageException {
    try {
      if (Files.size(file) > LARGEST_FILE) {
        throw new BrokenImageException("it is larger than 1 GiB; scale it down");
      }
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new BrokenImageException("it cannot be read, because " + IoReason.of(e), e);
    }
  }

  private static String format(byte[] bytes) throws BrokenImageException {
    int known = Math.min(bytes.length, 12);
    String head = new String(bytes, 0, known, StandardCharsets.ISO_8859_1);
    if (head.startsWith("\u0089PNG\r\n\u001a\n")) {
      return "png";
    } else if (head.startsWith("\u00ff\u00d8\u00ff")) {
      return "jpeg";
    } else if (bytes.length == 0) {
      throw new BrokenImageException("it is empty");
    }
    String other =
        head.startsWith("GIF8")
            ? "a GIF file"
            : head.startsWith("BM")
                ? "a BMP file"
                : head.matches("(?s)RIFF....WEBP")
                    ? "a WebP file"
                    : head.matches("(?s)(II\\*\0|MM\0\\*).*")
                        ? "a TIFF file"
                        : "neither PNG nor JPEG";
    throw new BrokenImageException("it is " + other + "; convert it to PNG");
  }
}
