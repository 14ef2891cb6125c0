package org.espalier.nas.data.image;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Path;
import org.espalier.nas.api.InvalidDataException;
import org.espalier.nas.api.data.ImageBytes;

/**
 * A reader of the IDX format of the MNIST files: a magic number (two zero bytes, the type, the
 * number of dimensions), the sizes as big-endian 32-bit numbers, then the values. A file whose name
 * ends in {@code .gz} is decompressed.
 */
public final class IdxReader {
  private static final int BYTES_1D = 0x0801;
  private static final int BYTES_3D = 0x0803;

  /** The content of a file: an item for each index of the first dimension. */
  private static final class Values {
    private final int[] sizes;
    private final ImageBytes items;

    Values(int[] sizes, ImageBytes items) {
      this.sizes = sizes;
      this.items = items;
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
    int[] own = new int[indices.items.count()];
    byte[] label = new byte[1];
    for (int i = 0; i < own.length; i++) {
      indices.items.read(i, label, 0);
      own[i] = Byte.toUnsignedInt(label[0]);
      if (own[i] >= classes) {
        throw new InvalidDataException(
            "%s: label %d (%d) must be one of the %d classes."
                .formatted(labels, i + 1, own[i], classes));
      }
    }
    return new ImageFile(pixels.sizes[1], pixels.sizes[2], 1, pixels.items, own);
  }

  private static Values values(Path file, int magic) {
    PackedFile packed = new PackedFile(file);
    try (DataInputStream in = new DataInputStream(packed.open())) {
      int[] sizes = sizes(file, in, magic);
      byte[] item = new byte[itemSize(file, sizes)];
      PixelCollector items =
          new PixelCollector(item.length, expected(packed, sizes[0], item.length));
      long read = 0;
      for (int i = 0; i < sizes[0]; i++) {
        int part = in.readNBytes(item, 0, item.length);
        read += part;
        if (part < item.length) {
          break;
        }
        items.add(item);
      }
      long total = (long) sizes[0] * item.length;
      if (read != total || in.read() >= 0) {
        throw new InvalidDataException(
            "%s must hold %d values after its head; it holds %s. Fetch it again."
                .formatted(file, total, read < total ? "" + read : "more"));
      }
      return new Values(sizes, items.images());
    } catch (IOException e) {
      throw packed.unreadable(e);
    }
  }

  private static int[] sizes(Path file, DataInputStream in, int magic) throws IOException {
    try {
      int found = in.readInt();
      if (found != magic) {
        throw new InvalidDataException(
            "%s begins with %08x; an IDX file of this kind begins with %08x."
                .formatted(file, found, magic));
      }
      int[] sizes = new int[magic & 0xff];
      for (int i = 0; i < sizes.length; i++) {
        sizes[i] = in.readInt();
        if (sizes[i] <= 0) {
          throw new InvalidDataException(
              "%s: dimension %d (%d) must be positive.".formatted(file, i + 1, sizes[i]));
        }
      }
      return sizes;
    } catch (EOFException e) {
      throw new InvalidDataException(file + " ends within its head; fetch it again.", e);
    }
  }

  /** Returns a number of items to make room for; the head of a damaged file may say too many. */
  private static int expected(PackedFile packed, int items, int itemSize) throws IOException {
    return (int) Math.min(items, packed.size() / itemSize + 1);
  }

  private static int itemSize(Path file, int[] sizes) {
    int size = 1;
    try {
      for (int i = 1; i < sizes.length; i++) {
        size = Math.multiplyExact(size, sizes[i]);
      }
      return size;
    } catch (ArithmeticException e) {
      throw new InvalidDataException(file + " has images larger than an array can be.", e);
    }
  }
}
