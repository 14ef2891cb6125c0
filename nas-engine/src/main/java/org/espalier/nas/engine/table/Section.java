package org.espalier.nas.engine.table;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;

/**
 * A part of a table's file: four letters, the length of its bytes, their CRC-32, the length of what
 * they are compressed to, and that (zlib, RFC 1950).
 *
 * @param tag four letters of ASCII
 * @param content the bytes, not compressed
 */
record Section(String tag, Content content) {
  private static final int TAG = 4;
  private static final int LARGEST = 1 << 30;
  private static final int BUFFER = 1 << 16;

  /** Bytes that nobody changes any more. */
  static final class Content {
    private final byte[] bytes;

    Content(byte[] bytes) {
      this.bytes = bytes;
    }

    byte[] bytes() {
      return bytes;
    }

    DataInputStream reader() {
      return new DataInputStream(new ByteArrayInputStream(bytes));
    }
  }

  /** Writes the content of a section. */
  interface Writer {
    void write(DataOutputStream out) throws IOException;
  }

  static Section of(String tag, Writer writer) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      writer.write(out);
    }
    return new Section(tag, new Content(bytes.toByteArray()));
  }

  void write(DataOutputStream out) throws IOException {
    byte[] packed = packed();
    out.write(tag.getBytes(StandardCharsets.US_ASCII));
    out.writeInt(content.bytes().length);
    out.writeInt(checksum(content.bytes()));
    out.writeInt(packed.length);
    out.write(packed);
  }

  /**
   * Reads the next section.
   *
   * @throws IOException if it is cut off ({@link EOFException}), damaged or not the one that is
   *     expected
   */
  static Section read(String expected, DataInputStream in) throws IOException {
    String tag = new String(bytes(TAG, in), StandardCharsets.US_ASCII);
    int length = in.readInt();
    int checksum = in.readInt();
    int packed = in.readInt();
    if (!tag.equals(expected) || length < 0 || length > LARGEST || packed < 0) {
      throw new IOException("the section " + expected + " was expected, but there is none");
    }
    byte[] content = unpacked(bytes(packed, in), length, tag);
    if (checksum(content) != checksum) {
      throw new IOException("the checksum of the section " + tag + " is wrong");
    }
    return new Section(tag, new Content(content));
  }

  /** Reads so many bytes, and does not believe a length before they are there. */
  private static byte[] bytes(int length, DataInputStream in) throws IOException {
    byte[] bytes = in.readNBytes(length);
    if (bytes.length < length) {
      throw new EOFException();
    }
    return bytes;
  }

  private byte[] packed() {
    Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION);
    try {
      deflater.setInput(content.bytes());
      deflater.finish();
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      byte[] buffer = new byte[BUFFER];
      while (!deflater.finished()) {
        out.write(buffer, 0, deflater.deflate(buffer));
      }
      return out.toByteArray();
    } finally {
      deflater.end();
    }
  }

  private static byte[] unpacked(byte[] packed, int length, String tag) throws IOException {
    Inflater inflater = new Inflater();
    try {
      inflater.setInput(packed);
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      byte[] buffer = new byte[BUFFER];
      int read = inflater.inflate(buffer);
      while (read > 0 && out.size() <= length) {
        out.write(buffer, 0, read);
        read = inflater.inflate(buffer);
      }
      if (!inflater.finished() || out.size() != length) {
        throw new IOException("the section " + tag + " is damaged");
      }
      return out.toByteArray();
    } catch (DataFormatException e) {
      throw new IOException("the section " + tag + " is damaged", e);
    } finally {
      inflater.end();
    }
  }

  private static int checksum(byte[] bytes) {
    CRC32 crc = new CRC32();
    crc.update(bytes);
    return (int) crc.getValue();
  }
}
