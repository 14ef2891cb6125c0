package org.espalier.nas.tf.tensorboard;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.zip.CRC32C;

/**
 * The frame around each record of an event file, as TensorFlow's {@code lib/io/record_writer.h}
 * describes it: the length in eight bytes, its checksum, the data, their checksum; numbers are
 * little endian.
 *
 * <p>Checksums are CRC-32C, masked because a checksum of data that contain checksums is weak:
 * rotated right by 15 bits, plus a constant.
 */
final class RecordFrame {
  private static final int MASK = 0xa282ead8;
  private static final int TURN = 15;

  private RecordFrame() {}

  /** Returns the framed data, ready to be read from the first byte to the last. */
  static ByteBuffer of(byte[] data) {
    ByteBuffer frame =
        ByteBuffer.allocate(Long.BYTES + Integer.BYTES + data.length + Integer.BYTES)
            .order(ByteOrder.LITTLE_ENDIAN);
    frame.putLong(data.length);
    frame.putInt(checksum(frame.array(), Long.BYTES));
    frame.put(data);
    frame.putInt(checksum(data, data.length));
    return frame.flip();
  }

  /** Returns the masked checksum of the first bytes. */
  static int checksum(byte[] bytes, int length) {
    CRC32C crc = new CRC32C();
    crc.update(bytes, 0, length);
    return Integer.rotateRight((int) crc.getValue(), TURN) + MASK;
  }
}
