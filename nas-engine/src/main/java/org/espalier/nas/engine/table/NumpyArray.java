package org.espalier.nas.engine.table;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Arrays of numbers in NumPy's {@code .npy} format, version 1.0: little-endian, in row-major order.
 *
 * @see <a href="https://numpy.org/doc/stable/reference/generated/numpy.lib.format.html">the format
 *     </a>
 */
final class NumpyArray {
  private static final byte[] MAGIC = {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0};
  private static final int ALIGNMENT = 64;
  private static final Pattern HEADER =
      Pattern.compile(
          "\\{'descr': '([^']*)', 'fortran_order': (True|False), 'shape': \\(([0-9, ]*)\\), \\}"
              + " *\n");
  private static final String INTEGERS = "<i4";
  private static final String FLOATS = "<f4";
  private static final String DOUBLES = "<f8";

  private NumpyArray() {}

  static byte[] of(int[] values, int... shape) {
    byte[] bytes = allocate(INTEGERS, Integer.BYTES, values.length, shape);
    numbers(bytes, values.length * Integer.BYTES).asIntBuffer().put(values);
    return bytes;
  }

  static byte[] of(float[] values, int... shape) {
    byte[] bytes = allocate(FLOATS, Float.BYTES, values.length, shape);
    numbers(bytes, values.length * Float.BYTES).asFloatBuffer().put(values);
    return bytes;
  }

  static byte[] of(double[] values, int... shape) {
    byte[] bytes = allocate(DOUBLES, Double.BYTES, values.length, shape);
    numbers(bytes, values.length * Double.BYTES).asDoubleBuffer().put(values);
    return bytes;
  }

  /** Returns an array whose numbers are 0. */
  private static byte[] allocate(String type, int size, int count, int... shape) {
    byte[] header = header(type, shape);
    return Arrays.copyOf(header, Math.addExact(header.length, Math.multiplyExact(count, size)));
  }

  /** Returns the last bytes of an array, which hold the numbers. */
  private static ByteBuffer numbers(byte[] bytes, int length) {
    return ByteBuffer.wrap(bytes, bytes.length - length, length).order(ByteOrder.LITTLE_ENDIAN);
  }

  /** Returns the bytes before the numbers, padded to a multiple of 64. */
  private static byte[] header(String type, int... shape) {
    String dictionary =
        "{'descr': '%s', 'fortran_order': False, 'shape': %s, }".formatted(type, tuple(shape));
    int unpadded = MAGIC.length + Short.BYTES + dictionary.length() + 1;
    int padding = Math.floorMod(-unpadded, ALIGNMENT);
    String text = dictionary + " ".repeat(padding) + "\n";
    return ByteBuffer.allocate(unpadded + padding)
        .order(ByteOrder.LITTLE_ENDIAN)
        .put(MAGIC)
        .putShort((short) text.length())
        .put(text.getBytes(StandardCharsets.US_ASCII))
        .array();
  }

  private static String tuple(int... shape) {
    String sizes = Arrays.stream(shape).mapToObj(String::valueOf).collect(Collectors.joining(", "));
    return shape.length == 1 ? "(" + sizes + ",)" : "(" + sizes + ")";
  }

  /**
   * Reads 32-bit integers of a shape.
   *
   * @throws IOException if the bytes are no such array; the message names the difference
   */
  static int[] integers(byte[] bytes, int... shape) throws IOException {
    ByteBuffer numbers = checked(bytes, INTEGERS, Integer.BYTES, shape);
    int[] values = new int[numbers.remaining() / Integer.BYTES];
    numbers.asIntBuffer().get(values);
    return values;
  }

  /**
   * Reads 32-bit floats of a shape.
   *
   * @throws IOException if the bytes are no such array; the message names the difference
   */
  static float[] floats(byte[] bytes, int... shape) throws IOException {
    ByteBuffer numbers = checked(bytes, FLOATS, Float.BYTES, shape);
    float[] values = new float[numbers.remaining() / Float.BYTES];
    numbers.asFloatBuffer().get(values);
    return values;
  }

  /**
   * Reads 64-bit floats of a shape.
   *
   * @throws IOException if the bytes are no such array; the message names the difference
   */
  static double[] doubles(byte[] bytes, int... shape) throws IOException {
    ByteBuffer numbers = checked(bytes, DOUBLES, Double.BYTES, shape);
    double[] values = new double[numbers.remaining() / Double.BYTES];
    numbers.asDoubleBuffer().get(values);
    return values;
  }

  private static ByteBuffer checked(byte[] bytes, String type, int size, int... shape)
      throws IOException {
    ByteBuffer buffer = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    if (bytes.length < MAGIC.length + Short.BYTES
        || !Arrays.equals(bytes, 0, MAGIC.length, MAGIC, 0, MAGIC.length)) {
      throw new IOException("it is no NumPy array of version 1.0");
    }
    int length = buffer.position(MAGIC.length).getShort() & 0xffff;
    if (length > buffer.remaining()) {
      throw new IOException("its header of %d bytes is incomplete".formatted(length));
    }
    byte[] header = new byte[length];
    buffer.get(header);
    requireHeader(new String(header, StandardCharsets.US_ASCII), type, shape);
    long expected = Arrays.stream(shape).asLongStream().reduce(size, Math::multiplyExact);
    if (buffer.remaining() != expected) {
      throw new IOException(
          "it has %d bytes of numbers, expected %d for the shape %s"
              .formatted(buffer.remaining(), expected, tuple(shape)));
    }
    return buffer.slice().order(ByteOrder.LITTLE_ENDIAN);
  }

  private static void requireHeader(String header, String type, int... shape) throws IOException {
    Matcher matcher = HEADER.matcher(header);
    if (!matcher.matches()) {
      throw new IOException("its header \"%s\" cannot be read".formatted(header.strip()));
    }
    String found = "(" + matcher.group(3) + ")";
    if (!matcher.group(1).equals(type)
        || matcher.group(2).equals("True")
        || !found.equals(tuple(shape))) {
      throw new IOException(
          "it has the type %s, the shape %s and fortran_order %s, expected %s, %s and False"
              .formatted(matcher.group(1), found, matcher.group(2), type, tuple(shape)));
    }
  }
}
