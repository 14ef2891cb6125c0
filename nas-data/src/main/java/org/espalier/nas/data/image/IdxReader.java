package org.espalier.nas.data.image;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import org.espalier.nas.api.InvalidDataException;
import org.espalier.nas.api.storage.IoReason;

/**
 * A reader of the IDX format of the MNIST files: a magic number (two zero bytes, the type, the
 * number of dimensions), the sizes as big-endian 32-bit numbers, then the values. A file whose name
 * ends in {@code .gz} is decompressed.
 */
public final class IdxReader {
  private static final int BYTES_1D = 0x0801;
  private static final int BYTES_3D = 0x0803;

  private static final class Values {
    private final int[] sizes;
    private final byte[] bytes;

    Values(int[] sizes, byte[] bytes) {
      this.sizes = sizes;
      this.bytes = bytes;
    }
  }

  /**
   * Reads images and their labels.
   *
   * @param images a file of bytes in three dimensions
   * @param labels a file with one byte per image
   * @param classes the number of classes; labels must lie below it
   * @throws InvalidDataException if a file is missing or malformed, or the files do not match
   */
  public ImageFile read(Path images, Path labels, int classes) {
    Values pixels = values(images, BYTES_3D);
    Values indices = values(labels, BYTES_1D);
    if (pixels.sizes[0] != indices.sizes[0]) {
      throw new InvalidDataException(
          "%s has %d images, %s has %d labels; they must be as many."
              .formatted(images, pixels.sizes[0], labels, indices.sizes[0]));
    }
    for (int i = 0; i < indices.bytes.length; i++) {
      int label = Byte.toUnsignedInt(indices.bytes[i]);
      if (label >= classes) {
        throw new InvalidDataException(
            "%s: label %d (%d) must be one of the %d classes."
                .formatted(labels, i + 1, label, classes));
      }
    }
    return new ImageFile(pixels.sizes[1], pixels.sizes[2], 1, pixels.bytes, indices.bytes);
  }

  private static Values values(Path file, int magic) {
    try (DataInputStream in = new DataInputStream(open(file))) {
      int found = in.readInt();
      if (found != magic) {
        throw new InvalidDataException(
            "%s begins with %08x; an IDX file of this kind begins with %08x."
                .formatted(file, found, magic));
      }
      int[] sizes = new int[magic & 0xff];
      int total = 1;
      for (int i = 0; i < sizes.length; i++) {
        sizes[i] = in.readInt();
        total = sizes[i] > 0 ? Math.multiplyExact(total, sizes[i]) : -1;
        if (total <= 0) {
          throw new InvalidDataException(
              "%s: dimension %d (%d) must be positive.".formatted(file, i + 1, sizes[i]));
        }
      }
      byte[] bytes = in.readNBytes(total);
      if (bytes.length != total || in.read() >= 0) {
        throw new InvalidDataException(
            "%s must hold %d values after its head; it holds %s."
                .formatted(file, total, bytes.length < total ? "" + bytes.length : "more"));
      }
      return new Values(sizes, bytes);
    } catch (EOFException e) {
      throw new InvalidDataException(file + " ends within its head.", e);
    } catch (ArithmeticException e) {
      throw new InvalidDataException(file + " is larger than an array can be.", e);
    } catch (IOException e) {
      throw new InvalidDataException("%s cannot be read: %s.".formatted(file, IoReason.of(e)), e);
    }
  }

  private static InputStream open(Path file) throws IOException {
    InputStream bytes = new BufferedInputStream(Files.newInputStream(file));
    return file.toString().toLowerCase(Locale.ROOT).endsWith(".gz")
        ? new GZIPInputStream(bytes)
        : bytes;
  }
}
