package org.espalier.nas.data.cache;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32C;
import java.util.zip.CheckedInputStream;
import java.util.zip.CheckedOutputStream;
import org.espalier.nas.api.network.TensorShape;

/**
 * A binary file of features: a magic number, the shape, the number of examples and the CRC-32C of
 * these, then the values as little-endian single-precision numbers and the CRC-32C of the whole.
 */
final class FeatureFile {
  private static final long MAGIC = 0x45535046_45415431L;
  private static final int MOST_DIMENSIONS = 8;
  private static final int CHUNK = 1 << 14;
  private static final int BUFFER = 1 << 16;

  private FeatureFile() {}

  /** Returns about how many bytes the file takes. */
  static long size(Features features) {
    return (long) Float.BYTES * features.values().length;
  }

  static void write(Path file, Features features) throws IOException {
    CRC32C checksum = new CRC32C();
    try (DataOutputStream out =
        new DataOutputStream(
            new CheckedOutputStream(
                new BufferedOutputStream(Files.newOutputStream(file), BUFFER), checksum))) {
      List<Integer> sizes = features.shape().dimensions();
      out.writeLong(MAGIC);
      out.writeInt(sizes.size());
      for (int size : sizes) {
        out.writeInt(size);
      }
      out.writeInt(features.examples());
      out.writeLong(checksum.getValue());
      ByteBuffer bytes = ByteBuffer.allocate(CHUNK * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
      float[] values = features.values();
      for (int from = 0; from < values.length; from += CHUNK) {
        int count = Math.min(CHUNK, values.length - from);
        bytes.asFloatBuffer().put(values, from, count);
        out.write(bytes.array(), 0, count * Float.BYTES);
      }
      out.writeLong(checksum.getValue());
    }
  }

  /**
   * Reads the features.
   *
   * @throws IOException if the file is damaged or cannot be read
   */
  static Features read(Path file) throws IOException {
    CRC32C checksum = new CRC32C();
    try (DataInputStream in = open(file, checksum)) {
      TensorShape shape = shape(in, file);
      int examples = header(in, file, checksum);
      if (examples < 0 || (long) examples * shape.size() > Files.size(file) / Float.BYTES) {
        throw new IOException(file + " was truncated.");
      }
      float[] values = new float[Math.multiplyExact(examples, shape.size())];
      byte[] bytes = new byte[CHUNK * Float.BYTES];
      ByteBuffer view = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
      for (int from = 0; from < values.length; from += CHUNK) {
        int count = Math.min(CHUNK, values.length - from);
        in.readFully(bytes, 0, count * Float.BYTES);
        view.asFloatBuffer().get(values, from, count);
      }
      requireEqual(checksum.getValue(), in, file);
      return new Features(shape, values);
    }
  }

  /**
   * Reads the shape of the features only.
   *
   * @throws IOException if the beginning of the file is damaged or cannot be read
   */
  static TensorShape shape(Path file) throws IOException {
    CRC32C checksum = new CRC32C();
    try (DataInputStream in = open(file, checksum)) {
      TensorShape shape = shape(in, file);
      header(in, file, checksum);
      return shape;
    }
  }

  private static DataInputStream open(Path file, CRC32C checksum) throws IOException {
    return new DataInputStream(
        new CheckedInputStream(
            new BufferedInputStream(Files.newInputStream(file), BUFFER), checksum));
  }

  private static TensorShape shape(DataInputStream in, Path file) throws IOException {
    boolean known = in.readLong() == MAGIC;
    int rank = known ? in.readInt() : 0;
    if (rank < 1 || rank > MOST_DIMENSIONS) {
      throw new IOException(file + " has another format.");
    }
    List<Integer> sizes = new ArrayList<>();
    for (int i = 0; i < rank; i++) {
      int size = in.readInt();
      if (size < 1) {
        throw new IOException(file + " is damaged.");
      }
      sizes.add(size);
    }
    return new TensorShape(sizes);
  }

  private static int header(DataInputStream in, Path file, CRC32C checksum) throws IOException {
    int examples = in.readInt();
    requireEqual(checksum.getValue(), in, file);
    return examples;
  }

  private static void requireEqual(long computed, DataInputStream in, Path file)
      throws IOException {
    if (in.readLong() != computed) {
      throw new IOException(file + " is damaged.");
    }
  }
}
