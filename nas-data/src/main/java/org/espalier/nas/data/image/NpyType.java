package org.espalier.nas.data.image;

import java.nio.ByteBuffer;

/**
 * The type of the values of a NumPy array.
 *
 * @param code NumPy's code: u1, i8, f4, b1
 */
record NpyType(String code) {

  /** Returns true for booleans, integers and real numbers of the sizes that Java has. */
  static boolean known(String code) {
    return code.matches("b1|[ui][1248]|f[48]");
  }

  /** Returns the number of bytes of a value. */
  int bytes() {
    return code.charAt(1) - '0';
  }

  /** Returns true for unsigned bytes. */
  boolean octet() {
    return code.equals("u1");
  }

  /** Returns true for single and double precision. */
  boolean real() {
    return code.charAt(0) == 'f';
  }

  /** Returns true for booleans. */
  boolean truth() {
    return code.equals("b1");
  }

  /** Reads the next value; large integers are rounded. */
  double read(ByteBuffer in) {
    return switch (code) {
      case "b1", "u1" -> Byte.toUnsignedInt(in.get());
      case "i1" -> in.get();
      case "u2" -> Short.toUnsignedInt(in.getShort());
      case "i2" -> in.getShort();
      case "u4" -> Integer.toUnsignedLong(in.getInt());
      case "i4" -> in.getInt();
      case "u8", "i8" -> in.getLong();
      case "f4" -> in.getFloat();
      default -> in.getDouble();
    };
  }
}
