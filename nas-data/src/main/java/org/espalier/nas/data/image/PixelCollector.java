package org.espalier.nas.data.image;

import java.util.Arrays;
import org.espalier.nas.api.InvalidDataException;
import org.espalier.nas.api.data.ImageBytes;
import org.jspecify.annotations.Nullable;

/**
 * A collector of the pixels of images: in memory up to 16 MiB, beyond that in a temporary file, so
 * that the memory of a process does not grow with its data. For use by one thread.
 */
public final class PixelCollector {
  /** The most bytes that are kept in memory. */
  private static final long MOST = 16L << 20;

  private final int imageSize;
  private final long most;
  private byte[] memory;
  private int size;
  private @Nullable PixelFile file;

  /**
   * Creates a collector.
   *
   * @param imageSize the number of bytes of an image, positive
   * @param expected the number of images to be expected; there may be more or fewer
   */
  public PixelCollector(int imageSize, int expected) {
    this(imageSize, expected, MOST);
  }

  PixelCollector(int imageSize, int expected, long most) {
    this.imageSize = imageSize;
    this.most = most;
    long bytes = (long) imageSize * expected;
    if (bytes > most) {
      this.file = new PixelFile(imageSize);
    }
    this.memory = new byte[bytes > most ? 0 : (int) bytes];
  }

  /**
   * Adds an image.
   *
   * @param image as many bytes as an image has; copied
   * @throws InvalidDataException if the temporary file cannot be written
   */
  public void add(byte[] image) {
    long needed = (size + 1L) * imageSize;
    if (file == null && needed > most) {
      file = new PixelFile(imageSize);
      file.write(memory, size * imageSize);
      memory = new byte[0];
    }
    if (file != null) {
      file.write(image, imageSize);
    } else {
      if (needed > memory.length) {
        memory = Arrays.copyOf(memory, (int) Math.min(most, Math.max(needed, 2L * memory.length)));
      }
      System.arraycopy(image, 0, memory, size * imageSize, imageSize);
    }
    size++;
  }

  /**
   * Returns the images; nothing may be added afterwards.
   *
   * @throws InvalidDataException if the temporary file cannot be written
   */
  public ImageBytes images() {
    if (file != null) {
      file.flush();
      return file;
    }
    int bytes = size * imageSize;
    return ImageBytes.of(memory.length == bytes ? memory : Arrays.copyOf(memory, bytes), imageSize);
  }
}
