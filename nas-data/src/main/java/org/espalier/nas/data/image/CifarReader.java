package org.espalier.nas.data.image;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.LongConsumer;
import org.espalier.nas.api.InvalidDataException;

/**
 * A reader of the binary format of CIFAR-10 and CIFAR-100 (Krizhevsky 2009): for each image one or
 * two label bytes, then 1,024 bytes each of red, green and blue, row after row. A file whose name
 * ends in {@code .gz} is decompressed.
 */
public final class CifarReader {
  private static final int SIDE = 32;
  private static final int CHANNELS = 3;
  private static final int PLANE = SIDE * SIDE;
  private static final int PIXELS = PLANE * CHANNELS;

  private final CifarLabels labels;
  private final int classes;

  /**
   * Creates a reader.
   *
   * @param labels the label bytes of the files
   * @param classes the number of classes; labels must lie below it
   */
  public CifarReader(CifarLabels labels, int classes) {
    this.labels = labels;
    this.classes = classes;
  }

  /**
   * Reads files as one sequence of images.
   *
   * @param progress receives the size of each file that was read, in bytes
   * @throws InvalidDataException if a file is missing, holds no images or a part of one, or has a
   *     label that is no class
   */
  public ImageFile read(List<Path> files, LongConsumer progress) {
    Target target = new Target(expected(files));
    for (Path file : files) {
      PackedFile packed = new PackedFile(file);
      try (InputStream in = packed.open()) {
        read(file, in, target);
        progress.accept(Files.size(file));
      } catch (IOException e) {
        throw packed.unreadable(e);
      }
    }
    return target.images();
  }

  /** Returns the number of images that the sizes of the files suggest. */
  private int expected(List<Path> files) {
    long images = 0;
    for (Path file : files) {
      PackedFile packed = new PackedFile(file);
      try {
        images += packed.size() / record();
      } catch (IOException e) {
        throw packed.unreadable(e);
      }
    }
    return (int) Math.min(images, Integer.MAX_VALUE / PIXELS);
  }

  private int record() {
    return labels.bytes() + PIXELS;
  }

  private void read(Path file, InputStream in, Target target) throws IOException {
    byte[] record = new byte[record()];
    int images = 0;
    int got = in.readNBytes(record, 0, record.length);
    for (; got == record.length; got = in.readNBytes(record, 0, record.length)) {
      images++;
      int label = Byte.toUnsignedInt(record[labels.position()]);
      if (label >= classes) {
        throw new InvalidDataException(
            "%s: the label of image %d (%d) must be one of the %d classes, 0 to %d.%s"
                .formatted(file, images, label, classes, classes - 1, remedy()));
      }
      target.add(label, record, labels.bytes());
    }
    if (got > 0 || images == 0) {
      throw new InvalidDataException(
          "%s has %d bytes, which is %s images of %d bytes (label%s, then 32×32 of red, green and blue). Fetch it again.%s"
              .formatted(
                  file,
                  (long) images * record.length + got,
                  got == 0 ? "no" : "%d and %d/%d".formatted(images, got, record.length),
                  record.length,
                  labels.bytes() == 1 ? "" : "s",
                  remedy()));
    }
  }

  private String remedy() {
    return labels.bytes() == 1
        ? " If it is of CIFAR-100, set labels to fine or coarse."
        : " If it is of CIFAR-10, set labels to single.";
  }

  /** The images read so far. */
  private static final class Target {
    private final PixelCollector pixels;
    private final byte[] image = new byte[PIXELS];
    private int[] labels;
    private int size;

    Target(int expected) {
      this.pixels = new PixelCollector(PIXELS, expected);
      this.labels = new int[Math.max(1, expected)];
    }

    void add(int label, byte[] record, int from) {
      if (size == labels.length) {
        labels = Arrays.copyOf(labels, size + Math.max(1, size / 4));
      }
      labels[size] = label;
      for (int i = 0; i < PLANE; i++) {
        image[CHANNELS * i] = record[from + i];
        image[CHANNELS * i + 1] = record[from + PLANE + i];
        image[CHANNELS * i + 2] = record[from + 2 * PLANE + i];
      }
      pixels.add(image);
      size++;
    }

    ImageFile images() {
      int[] own = labels.length == size ? labels : Arrays.copyOf(labels, size);
      return new ImageFile(SIDE, SIDE, CHANNELS, pixels.images(), own);
    }
  }
}
