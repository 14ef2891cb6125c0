package org.espalier.nas.data.image;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.espalier.nas.api.InvalidDataException;

/**
 * The head of a file in NumPy's format NPY, versions 1 to 3 (NEP 1).
 *
 * @param name the file or array, for messages
 * @param type the type of the values
 * @param order the order of the bytes of a value
 * @param fortran true if the first index changes fastest
 * @param shape the sizes of the dimensions
 */
@SuppressWarnings("ArrayRecordComponent") // Heads are never compared.
record NpyHeader(String name, NpyType type, ByteOrder order, boolean fortran, int[] shape) {
  private static final byte[] MAGIC = {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y'};
  private static final int LONGEST = 1 << 20;
  private static final Pattern DESCRIPTION =
      Pattern.compile("'descr':\\s*'([<>|=])([a-zA-Z]\\d*)'");
  private static final Pattern FORTRAN = Pattern.compile("'fortran_order':\\s*(True|False)");
  private static final Pattern SHAPE = Pattern.compile("'shape':\\s*\\(([0-9, ]*)\\)");

  /**
   * Reads the head; the values follow in the stream.
   *
   * @throws InvalidDataException if it is malformed, or the type of the values is none that can be
   *     read
   */
  static NpyHeader read(String name, InputStream in) throws IOException {
    byte[] start = in.readNBytes(MAGIC.length + 2);
    if (start.length < MAGIC.length + 2
        || !Arrays.equals(Arrays.copyOf(start, MAGIC.length), MAGIC)) {
      throw new InvalidDataException(
          name + " is no NumPy array; write it by numpy.save or numpy.savez.");
    }
    int width = start[MAGIC.length] == 1 ? Short.BYTES : Integer.BYTES;
    ByteBuffer length = ByteBuffer.wrap(in.readNBytes(width)).order(ByteOrder.LITTLE_ENDIAN);
    int size = 0;
    if (length.remaining() == width) {
      size = width == Short.BYTES ? Short.toUnsignedInt(length.getShort()) : length.getInt();
    }
    byte[] text = in.readNBytes(Math.max(0, Math.min(LONGEST, size)));
    if (size <= 0 || text.length < size) {
      throw new InvalidDataException(name + " ends within its head; write it again.");
    }
    return parse(name, new String(text, StandardCharsets.UTF_8));
  }

  private static NpyHeader parse(String name, String text) {
    Matcher type = DESCRIPTION.matcher(text);
    if (!type.find() || !NpyType.known(type.group(2))) {
      throw new InvalidDataException(
          "%s has values of the type %s; convert them by astype to uint8 for images, or to int64 for labels."
              .formatted(
                  name, type.reset().find() ? type.group(2) : "of Python objects or records"));
    }
    Matcher fortran = FORTRAN.matcher(text);
    Matcher shape = SHAPE.matcher(text);
    if (!fortran.find() || !shape.find()) {
      throw new InvalidDataException(name + " has a malformed head; write it again.");
    }
    int[] sizes =
        Arrays.stream(shape.group(1).split(","))
            .map(String::strip)
            .filter(size -> !size.isEmpty())
            .mapToInt(size -> size(name, size))
            .toArray();
    boolean big = type.group(1).equals(">");
    return new NpyHeader(
        name,
        new NpyType(type.group(2)),
        big ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN,
        fortran.group(1).equals("True"),
        sizes);
  }

  private static int size(String name, String digits) {
    if (digits.length() > 9) {
      throw new InvalidDataException(name + " is larger than an array can be.");
    }
    return Integer.parseInt(digits);
  }

  /** Returns the number of values. */
  long values() {
    return IntStream.of(shape).asLongStream().reduce(1, (a, b) -> a * b);
  }

  /** Returns the sizes of the dimensions in words. */
  String sizes() {
    return IntStream.of(shape).mapToObj(Integer::toString).collect(Collectors.joining("×"));
  }
}
