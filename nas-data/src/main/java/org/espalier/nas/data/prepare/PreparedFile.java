package org.espalier.nas.data.prepare;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import org.espalier.nas.api.data.Examples;
import org.espalier.nas.api.data.Part;

/**
 * A binary file of a prepared data set: a magic number, description, examples of each part as
 * little-endian single-precision numbers, findings, and the SHA-256 of all that.
 */
public final class PreparedFile {
  static final long MAGIC = 0x45535050_44415431L;
  private static final int HASH_BYTES = 32;
  static final int CLASSIFICATION = 1;
  static final int REGRESSION = 2;
  static final int MULTI_LABEL = 3;
  static final int HASHING = 1;
  static final int FREQUENCY = 2;
  static final int CHUNK = 1 << 14;

  private PreparedFile() {}

  /** Returns about how many bytes the file of a data set takes. */
  public static long size(PreparedDataset data) {
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
    MessageDigest digest = sha256();
    try (OutputStream plain = Files.newOutputStream(file);
        OutputStream hashed = new DigestOutputStream(plain, digest);
        DataOutputStream out = new DataOutputStream(new BufferedOutputStream(hashed, 1 << 16))) {
      new PreparedFileWriter(out).write(data);
      out.flush();
      plain.write(digest.digest());
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
    MessageDigest digest = sha256();
    long left = Files.size(file) - HASH_BYTES;
    byte[] buffer = new byte[1 << 16];
    try (InputStream plain = Files.newInputStream(file);
        InputStream in = new DigestInputStream(plain, digest)) {
      while (left > 0) {
        int read = in.read(buffer, 0, (int) Math.min(buffer.length, left));
        if (read < 0) {
          throw new IOException(file + " was truncated.");
        }
        left -= read;
      }
      if (!MessageDigest.isEqual(digest.digest(), plain.readNBytes(HASH_BYTES))) {
        throw new IOException(file + " is damaged.");
      }
    }
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException impossible) {
      throw new AssertionError("Every Java platform has SHA-256.", impossible);
    }
  }
}
