package org.espalier.nas.data.catalogue;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.zip.ZipException;

/**
 * A reader of the members of a tar archive (POSIX.1-1988 ustar and its predecessor), one after the
 * other. Only regular files have contents; extended headers are skipped.
 */
final class TarReader {
  private static final int BLOCK = 512;
  private static final int NAME = 100;
  private static final int SIZE = 124;
  private static final int CHECKSUM = 148;
  private static final int TYPE = 156;
  private static final int MAGIC = 257;
  private static final int PREFIX = 345;

  private final InputStream in;
  private long left;
  private long padding;

  /** Creates a reader of an unpacked archive; the caller closes the stream. */
  TarReader(InputStream in) {
    this.in = in;
  }

  /**
   * Goes to the next regular file.
   *
   * @return its name, or an empty text at the end of the archive
   * @throws IOException if the archive cannot be read, is damaged or was cut off
   */
  String next() throws IOException {
    while (true) {
      skip(left + padding);
      byte[] header = in.readNBytes(BLOCK);
      if (header.length == 0 || (header.length == BLOCK && empty(header))) {
        left = 0;
        padding = 0;
        return "";
      }
      if (header.length < BLOCK) {
        throw new EOFException("the archive was cut off");
      }
      if (octal(header, CHECKSUM, 8) != sum(header)) {
        throw new ZipException("the archive is damaged");
      }
      left = octal(header, SIZE, 12);
      padding = (BLOCK - left % BLOCK) % BLOCK;
      if (header[TYPE] == '0' || header[TYPE] == 0) {
        return name(header);
      }
    }
  }

  /**
   * Reads contents of the current file.
   *
   * @return the number of bytes, or −1 at its end
   * @throws IOException if the archive cannot be read or was cut off
   */
  int read(byte[] into) throws IOException {
    if (left == 0) {
      return -1;
    }
    int read = in.read(into, 0, (int) Math.min(into.length, left));
    if (read < 0) {
      throw new EOFException("the archive was cut off");
    }
    left -= read;
    return read;
  }

  private void skip(long bytes) throws IOException {
    in.skipNBytes(bytes);
  }

  private static boolean empty(byte[] header) {
    for (byte value : header) {
      if (value != 0) {
        return false;
      }
    }
    return true;
  }

  private static String name(byte[] header) {
    String prefix = text(header, MAGIC, 5).equals("ustar") ? text(header, PREFIX, 155) : "";
    String name = (prefix.isEmpty() ? "" : prefix + "/") + text(header, 0, NAME);
    return name.startsWith("./") ? name.substring(2) : name;
  }

  private static String text(byte[] header, int from, int length) {
    int end = from;
    while (end < from + length && header[end] != 0) {
      end++;
    }
    return new String(header, from, end - from, StandardCharsets.UTF_8);
  }

  private static long octal(byte[] header, int from, int length) throws IOException {
    String digits = text(header, from, length).strip();
    if (!digits.matches("[0-7]+")) {
      throw new ZipException("the archive is damaged");
    }
    return Long.parseLong(digits, 8);
  }

  /** Returns the sum of all bytes, those of the checksum counted as spaces. */
  private static long sum(byte[] header) {
    long sum = 0;
    for (int i = 0; i < header.length; i++) {
      sum += i >= CHECKSUM && i < CHECKSUM + 8 ? ' ' : Byte.toUnsignedInt(header[i]);
    }
    return sum;
  }
}
