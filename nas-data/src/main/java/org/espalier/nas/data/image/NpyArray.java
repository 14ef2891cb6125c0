package org.espalier.nas.data.image;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import org.espalier.nas.api.InvalidDataException;

/** A NumPy array in a file, whose values are read one after the other, as often as is needed. */
final class NpyArray {
  private static final int BUFFER = 1 << 16;

  private final Source source;
  private final NpyHeader header;

  /** An opener of a stream that begins with the head of the array. */
  @FunctionalInterface
  interface Source {
    InputStream open() throws IOException;
  }

  /** A receiver of the values in the order of the file. */
  @FunctionalInterface
  interface Values {
    void accept(int index, double value);
  }

  private NpyArray(Source source, NpyHeader header) {
    this.source = source;
    this.header = header;
  }

  /**
   * Reads the head of an array.
   *
   * @param name the file or array, for messages
   * @throws InvalidDataException if it is no array of numbers
   */
  static NpyArray of(String name, Source source) throws IOException {
    try (InputStream in = source.open()) {
      return new NpyArray(source, NpyHeader.read(name, in));
    }
  }

  NpyHeader header() {
    return header;
  }

  /** Returns an exception about this array. */
  InvalidDataException error(String text) {
    return new InvalidDataException(header.name() + " " + text);
  }

  /**
   * Reads unsigned bytes straight into an array.
   *
   * @throws InvalidDataException if there are fewer or more than the head says
   */
  void readOctets(byte[] into) throws IOException {
    try (InputStream in = source.open()) {
      NpyHeader.read(header.name(), in);
      int read = in.readNBytes(into, 0, into.length);
      requireEnd(in, read, into.length);
    }
  }

  /**
   * Reads all values.
   *
   * @throws InvalidDataException if there are fewer or more than the head says
   */
  void read(Values values) throws IOException {
    int bytes = header.type().bytes();
    long total = header.values() * bytes;
    byte[] buffer = new byte[BUFFER];
    ByteBuffer view = ByteBuffer.wrap(buffer).order(header.order());
    try (InputStream in = source.open()) {
      NpyHeader.read(header.name(), in);
      long done = 0;
      int index = 0;
      while (done < total) {
        int wanted = (int) Math.min(BUFFER, total - done);
        int read = in.readNBytes(buffer, 0, wanted);
        if (read < wanted) {
          requireEnd(in, done + read, total);
        }
        view.clear();
        for (int left = read / bytes; left > 0; left--) {
          values.accept(index++, header.type().read(view));
        }
        done += read;
      }
      requireEnd(in, done, total);
    }
  }

  private void requireEnd(InputStream in, long read, long expected) throws IOException {
    boolean more = read == expected && in.read() >= 0;
    if (read != expected || more) {
      throw error(
          "must hold %d bytes for its %s values; it holds %s. Write it again."
              .formatted(expected, header.sizes(), more ? "more" : Long.toString(read)));
    }
  }
}
