package org.espalier.nas.tf.sharing;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.espalier.nas.tf.json.JsonReader;
import org.espalier.nas.tf.json.MalformedJsonException;
import org.jspecify.annotations.Nullable;

/**
 * The header of a safetensors file, checked against the file's length.
 *
 * @param dataStart where the values begin in the file
 * @param entries the tensors, in the order of their values
 */
record SafetensorsHeader(int dataStart, List<Entry> entries) {
  private static final String METADATA = "__metadata__";

  /** One tensor; {@code begin} and {@code end} are bytes after {@code dataStart}. */
  record Entry(String name, List<Integer> shape, long begin, long end) {}

  SafetensorsHeader {
    entries = List.copyOf(entries);
  }

  static SafetensorsHeader parse(Path file, byte[] content) {
    if (content.length < Long.BYTES) {
      throw new WeightFileException(
          file + " is cut off: " + content.length + " bytes hold no header.");
    }
    long length = ByteBuffer.wrap(content).order(ByteOrder.LITTLE_ENDIAN).getLong();
    if (length < 2 || length > content.length - Long.BYTES) {
      throw new WeightFileException(
          "%s is cut off or not a safetensors file: a header of %d bytes does not fit into %d."
              .formatted(file, length, content.length));
    }
    String json = new String(content, Long.BYTES, (int) length, StandardCharsets.UTF_8);
    int dataStart = Long.BYTES + (int) length;
    try {
      List<Entry> entries = entries(JsonReader.read(json));
      requireWholeData(file, entries, content.length - dataStart);
      return new SafetensorsHeader(dataStart, entries);
    } catch (MalformedJsonException
        | ClassCastException
        | IndexOutOfBoundsException
        | ArithmeticException e) {
      throw new WeightFileException("The header of " + file + " is broken: " + e.getMessage(), e);
    }
  }

  private static List<Entry> entries(Object json) {
    List<Entry> entries = new ArrayList<>();
    for (Map.Entry<?, ?> entry : ((Map<?, ?>) json).entrySet()) {
      String name = (String) entry.getKey();
      if (!name.equals(METADATA)) {
        entries.add(entry(name, (Map<?, ?>) entry.getValue()));
      }
    }
    entries.sort(Comparator.comparingLong(Entry::begin));
    return entries;
  }

  private static Entry entry(String name, Map<?, ?> description) {
    if (!"F32".equals(description.get("dtype"))) {
      throw new MalformedJsonException(
          "dtype (" + description.get("dtype") + ") of " + name + " must be F32");
    }
    List<Long> shape = numbers(name, description.get("shape"));
    List<Long> offsets = numbers(name, description.get("data_offsets"));
    long size = shape.stream().reduce((long) Float.BYTES, Math::multiplyExact);
    if (shape.stream().anyMatch(d -> d <= 0 || d > Integer.MAX_VALUE)
        || offsets.get(1) - offsets.get(0) != size) {
      throw new MalformedJsonException(
          "shape %s of %s does not fit its data_offsets %s".formatted(shape, name, offsets));
    }
    return new Entry(
        name, shape.stream().map(Long::intValue).toList(), offsets.get(0), offsets.get(1));
  }

  private static List<Long> numbers(String name, @Nullable Object list) {
    if (!(list instanceof List<?> values)) {
      throw new MalformedJsonException("shape and data_offsets of " + name + " must be lists");
    }
    return values.stream().map(Long.class::cast).toList();
  }

  /** The values lie one after another, and nothing follows. */
  private static void requireWholeData(Path file, List<Entry> entries, long size) {
    long expected = 0;
    for (Entry entry : entries) {
      if (entry.begin() != expected) {
        throw new MalformedJsonException(
            "%s begins at %d instead of %d".formatted(entry.name(), entry.begin(), expected));
      }
      expected = entry.end();
    }
    if (expected != size) {
      throw new WeightFileException(
          "%s is cut off or too long: it holds %d bytes of values instead of %d."
              .formatted(file, size, expected));
    }
  }
}
