package org.espalier.nas.data.prepare;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.CRC32C;
import java.util.zip.CheckedOutputStream;
import org.espalier.nas.api.data.Examples;
import org.espalier.nas.api.data.Part;

/**
 * A binary file of a prepared data set: a magic number, description, examples, findings, and the
 * CRC-32C of all that. The examples of tables are those of each part as little-endian
 * single-precision numbers; images are bytes, all of them once, and indices of those of each part.
 */
public final class PreparedFile {
  static final long MAGIC = 0x45535050_44415431L;
  static final int CLASSIFICATION = 1;
  static final int REGRESSION = 2;
  static final int MULTI_LABEL = 3;
  static final int HASHING = 1;
  static final int FREQUENCY = 2;
  static final int CHUNK = 1 << 14;

  private PreparedFile() {}

  /** Returns about how many bytes the file of a data set takes. */
  public static long size(PreparedDataset data) {
    if (data.input() instanceof PreparedInput.Channels channels) {
      return (long) channels.images().size() * channels.images().shape().size();
    }
    long values = 0;
    for (PreparedDataset division : data.divisions()) {
      for (Part part : Part.values()) {
        Examples own = division.examples(part);
        values += (long) own.size() * (own.shape().size() + 1);
      }
    }
    return values * Float.BYTES;
  }

  /**
   * Writes a data set.
   *
   * @param file created or overwritten
   * @throws IOException if the file cannot be written
   */
  public static void write(Path file, PreparedDataset data) throws IOException {
    CRC32C checksum = new CRC32C();
    try (OutputStream plain = Files.newOutputStream(file);
        OutputStream checked = new CheckedOutputStream(plain, checksum);
        DataOutputStream out = new DataOutputStream(new BufferedOutputStream(checked, 1 << 16))) {
      new PreparedFileWriter(out).write(data);
      out.flush();
      plain.write(ByteBuffer.allocate(Long.BYTES).putLong(checksum.getValue()).array());
    }
  }

  /**
   * Reads a data set.
   *
   * @return a data set equal to the written one, to the bit
   * @throws IOException if the file is damaged or cannot be read
   */
  public static PreparedDataset read(Path file) throws IOException {
    verify(file);
    try (DataInputStream in =
        new DataInputStream(new BufferedInputStream(Files.newInputStream(file), 1 << 16))) {
      return new PreparedFileReader(in).read();
    } catch (IllegalArgumentException otherFormat) {
      throw new IOException(file + " has another format.", otherFormat);
    }
  }

  private static void verify(Path file) throws IOException {
    // A cryptographic hash takes fifteen times as long, and only accidents are to be found.
    CRC32C checksum = new CRC32C();
    long left = Files.size(file) - Long.BYTES;
    byte[] buffer = new byte[1 << 16];
    try (InputStream in = Files.newInputStream(file)) {
      while (left > 0) {
        int read = in.read(buffer, 0, (int) Math.min(buffer.length, left));
        if (read < 0) {
          throw new IOException(file + " was truncated.");
        }
        checksum.update(buffer, 0, read);
        left -= read;
      }
      byte[] expected = ByteBuffer.allocate(Long.BYTES).putLong(checksum.getValue()).array();
      if (!Arrays.equals(expected, in.readNBytes(Long.BYTES))) {
        throw new IOException(file + " is damaged.");
      }
    }
  }
}
