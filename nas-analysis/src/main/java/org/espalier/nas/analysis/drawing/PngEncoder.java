package org.espalier.nas.analysis.drawing;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;

/**
 * Encoder of opaque images as PNG. Rows are not filtered: most rows of a chart repeat the one above
 * them. The encoder of {@code javax.imageio} tries every filter on every row, which takes four
 * times as long and saves a sixth of the file.
 */
final class PngEncoder {
  private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};
  private static final int BITS = 8;
  private static final int TRUE_COLOR = 2;
  private static final int CHANNELS = 3;

  private PngEncoder() {}

  /**
   * Writes an image.
   *
   * @param image an image of the type {@link BufferedImage#TYPE_INT_RGB}
   * @param out receives the file; stays open
   * @throws IOException if the stream cannot be written
   */
  static void write(BufferedImage image, OutputStream out) throws IOException {
    out.write(SIGNATURE);
    ByteArrayOutputStream header = new ByteArrayOutputStream();
    DataOutputStream fields = new DataOutputStream(header);
    fields.writeInt(image.getWidth());
    fields.writeInt(image.getHeight());
    // Compression, filters and interlacing of the only or the first kind.
    fields.write(new byte[] {BITS, TRUE_COLOR, 0, 0, 0});
    writeChunk("IHDR", header, out);
    writeChunk("IDAT", compressed(image), out);
    writeChunk("IEND", new ByteArrayOutputStream(), out);
  }

  private static ByteArrayOutputStream compressed(BufferedImage image) throws IOException {
    int width = image.getWidth();
    int[] pixels = ((DataBufferInt) image.getRaster().getDataBuffer()).getData();
    int at = 0;
    // Each row begins with the number of its filter: 0, none.
    byte[] row = new byte[1 + CHANNELS * width];
    ByteArrayOutputStream data = new ByteArrayOutputStream();
    Deflater level = new Deflater(Deflater.BEST_SPEED);
    try (DeflaterOutputStream deflater = new DeflaterOutputStream(data, level)) {
      for (int y = 0; y < image.getHeight(); y++) {
        for (int to = 1; to < row.length; to += CHANNELS) {
          int rgb = pixels[at++];
          row[to] = (byte) (rgb >> 16);
          row[to + 1] = (byte) (rgb >> 8);
          row[to + 2] = (byte) rgb;
        }
        deflater.write(row);
      }
    } finally {
      level.end();
    }
    return data;
  }

  private static void writeChunk(String name, ByteArrayOutputStream content, OutputStream out)
      throws IOException {
    byte[] type = name.getBytes(StandardCharsets.US_ASCII);
    byte[] bytes = content.toByteArray();
    CRC32 checksum = new CRC32();
    checksum.update(type);
    checksum.update(bytes);
    DataOutputStream chunk = new DataOutputStream(out);
    chunk.writeInt(bytes.length);
    chunk.write(type);
    chunk.write(bytes);
    chunk.writeInt((int) checksum.getValue());
    chunk.flush();
  }
}
