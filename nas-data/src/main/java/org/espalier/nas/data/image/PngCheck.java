package org.espalier.nas.data.image;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;

/** A check of the checksums in a PNG file, which the reader of the JDK leaves out. */
final class PngCheck {
  private static final int SIGNATURE = 8;
  private static final int AROUND = 12;

  private PngCheck() {}

  /**
   * Checks a file.
   *
   * @throws BrokenImageException if it ends early, or a checksum differs
   */
  static void verify(byte[] bytes) throws BrokenImageException {
    ByteBuffer in = ByteBuffer.wrap(bytes).position(SIGNATURE);
    while (in.remaining() >= AROUND) {
      int start = in.position();
      int length = in.getInt();
      if (length < 0 || length > in.remaining() - Long.BYTES) {
        break;
      }
      String type = new String(bytes, start + Integer.BYTES, 4, StandardCharsets.ISO_8859_1);
      CRC32 checksum = new CRC32();
      checksum.update(bytes, start + Integer.BYTES, Integer.BYTES + length);
      in.position(start + Long.BYTES + length);
      if (in.getInt() != (int) checksum.getValue()) {
        throw new BrokenImageException("its PNG data are damaged: a checksum is wrong");
      }
      if (type.equals("IEND")) {
        return;
      }
    }
    throw new BrokenImageException("its PNG data were cut off");
  }
}
