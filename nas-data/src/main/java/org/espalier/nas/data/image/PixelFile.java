package org.espalier.nas.data.image;

import java.io.File;
import java.io.IOException;
import java.io.RandomAccessFile;
import org.espalier.nas.api.InvalidDataException;
import org.espalier.nas.api.data.ImageBytes;
import org.espalier.nas.api.storage.IoReason;

/**
 * Pixels of images in a temporary file, which is deleted at once where the system allows it, and
 * else when the program ends.
 *
 * <p>A {@link RandomAccessFile} and no channel: an interrupted thread, such as the worker of a
 * trial that takes too long, closes a channel for all others.
 */
final class PixelFile implements ImageBytes {
  private static final int CHUNK = 1 << 20;

  private final int imageSize;
  private final File path;
  private final RandomAccessFile file;
  private final byte[] pending;
  private int waiting;
  private long written;

  /**
   * Creates an empty file.
   *
   * @throws InvalidDataException if it cannot be created
   */
  PixelFile(int imageSize) {
    this.imageSize = imageSize;
    this.pending = new byte[Math.max(CHUNK, imageSize)];
    try {
      this.path = File.createTempFile("espalier-pixels-", null);
    } catch (IOException e) {
      throw failure(new File(System.getProperty("java.io.tmpdir")), e);
    }
    try {
      this.file = new RandomAccessFile(path, "rw");
    } catch (IOException e) {
      throw failure(path, e);
    }
    if (!path.delete()) {
      path.deleteOnExit();
    }
  }

  private static InvalidDataException failure(File file, IOException e) {
    return new InvalidDataException(
        "The temporary file %s for the pixels of images cannot be used: %s. Free space, or name another folder: NAS_JAVA_OPTS=-Djava.io.tmpdir=DIR."
            .formatted(file, IoReason.of(e)),
        e);
  }

  /** Appends whole images. */
  synchronized void write(byte[] bytes, int count) {
    for (int from = 0; from < count; ) {
      int part = Math.min(count - from, pending.length - waiting);
      System.arraycopy(bytes, from, pending, waiting, part);
      waiting += part;
      from += part;
      if (waiting == pending.length) {
        flush();
      }
    }
  }

  /** Writes what was appended. */
  synchronized void flush() {
    try {
      file.seek(written);
      file.write(pending, 0, waiting);
    } catch (IOException e) {
      throw failure(path, e);
    }
    written += waiting;
    waiting = 0;
  }

  @Override
  public synchronized int count() {
    return (int) ((written + waiting) / imageSize);
  }

  @Override
  public int imageSize() {
    return imageSize;
  }

  @Override
  public synchronized void read(int image, byte[] into, int offset) {
    try {
      file.seek((long) image * imageSize);
      file.readFully(into, offset, imageSize);
    } catch (IOException e) {
      throw failure(path, e);
    }
  }
}
