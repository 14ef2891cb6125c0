package org.espalier.nas.tf.sharing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * The header of a safetensors file, checked against the file's length.
 *
 * @param dataStart the offset of the values in the file, in bytes
 * @param entries the tensors, in the order of their values
 */
record SafetensorsHeader(int dataStart, List<Entry> entries) {
  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(JsonWriteFeature.ESCAPE_NON_ASCII)
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();
  private static final String METADATA = "__metadata__";
  private static final String TYPE = "F32";

  /** One tensor; {@code begin} and {@code end} count bytes from {@code dataStart}. */
  record Entry(String name, List<Integer> shape, long begin, long end) {}

  SafetensorsHeader {
    entries = List.copyOf(entries);
  }

  /** Returns the header of tensors that follow one another, as JSON in ASCII. */
  static byte[] json(Map<String, WeightArray> arrays) throws JsonProcessingException {
    ObjectNode header = JSON.createObjectNode();
    long offset = 0;
    for (Map.Entry<String, WeightArray> entry : arrays.entrySet()) {
      WeightArray array = entry.getValue();
      long end = offset + (long) array.values().length * Float.BYTES;
      ObjectNode description = header.putObject(entry.getKey()).put("dtype", TYPE);
      array.shape().dimensions().forEach(description.withArray("shape")::add);
      description.putArray("data_offsets").add(offset).add(end);
      offset = end;
    }
    return JSON.writeValueAsBytes(header);
  }

  /**
   * Reads the header of a file.
   *
   * @param origin the path or address of the file, for errors
   * @param content the whole file
   * @throws WeightFileException if the file is truncated or its header is malformed
   */
  static SafetensorsHeader parse(String origin, byte[] content) {
    if (content.length < Long.BYTES) {
      throw new WeightFileException(
          "%s is cut off: %d bytes hold no header. %s"
              .formatted(origin, content.length, WeightFileException.WAY_OUT));
    }
    long length = ByteBuffer.wrap(content).order(ByteOrder.LITTLE_ENDIAN).getLong();
    if (length < 2 || length > content.length - Long.BYTES) {
      throw new WeightFileException(
          "%s is cut off or not a safetensors file: a header of %d bytes does not fit into %d. %s"
              .formatted(origin, length, content.length, WeightFileException.WAY_OUT));
    }
    String json = new String(content, Long.BYTES, (int) length, StandardCharsets.UTF_8);
    int dataStart = Long.BYTES + (int) length;
    try {
      List<Entry> entries = entries(JSON.readTree(json));
      requireContiguous(entries, content.length - dataStart);
      return new SafetensorsHeader(dataStart, entries);
    } catch (JsonProcessingException e) {
      throw broken(origin, e.getOriginalMessage(), e);
    } catch (IllegalArgumentException | ArithmeticException e) {
      throw broken(origin, String.valueOf(e.getMessage()), e);
    }
  }

  private static WeightFileException broken(String origin, String reason, Exception cause) {
    return new WeightFileException(
        "The header of %s is malformed: %s. %s"
            .formatted(origin, reason, WeightFileException.WAY_OUT),
        cause);
  }

  private static List<Entry> entries(JsonNode header) {
    require(header.isObject(), "it must be a JSON object");
    List<Entry> entries = new ArrayList<>();
    for (Map.Entry<String, JsonNode> entry : header.properties()) {
      if (!entry.getKey().equals(METADATA)) {
        entries.add(entry(entry.getKey(), entry.getValue()));
      }
    }
    entries.sort(Comparator.comparingLong(Entry::begin));
    return entries;
  }

  private static Entry entry(String name, JsonNode description) {
    require(
        description.path("dtype").asText().equals(TYPE),
        "dtype (%s) of %s must be %s".formatted(description.path("dtype").asText(), name, TYPE));
    List<Long> shape = numbers(name, "shape", description);
    List<Long> offsets = numbers(name, "data_offsets", description);
    require(
        shape.stream().allMatch(size -> size > 0 && size <= Integer.MAX_VALUE)
            && offsets.size() == 2
            && offsets.get(1) - offsets.get(0)
                == shape.stream().reduce((long) Float.BYTES, Math::multiplyExact),
        "shape %s of %s does not fit its data_offsets %s".formatted(shape, name, offsets));
    return new Entry(
        name, shape.stream().map(Long::intValue).toList(), offsets.get(0), offsets.get(1));
  }

  private static List<Long> numbers(String name, String key, JsonNode description) {
    JsonNode list = description.path(key);
    require(list.isArray(), "%s of %s must be a list".formatted(key, name));
    List<Long> numbers = new ArrayList<>();
    for (JsonNode number : list) {
      require(
          number.isIntegralNumber() && number.canConvertToLong(),
          "%s of %s (%s) must be integers".formatted(key, name, list));
      numbers.add(number.longValue());
    }
    return numbers;
  }

  /** Requires that the values are contiguous and that nothing follows them. */
  private static void requireContiguous(List<Entry> entries, long size) {
    long expected = 0;
    for (Entry entry : entries) {
      require(
          entry.begin() == expected,
          "%s begins at %d instead of %d".formatted(entry.name(), entry.begin(), expected));
      expected = entry.end();
    }
    require(
        expected == size, "%d bytes of values follow it instead of %d".formatted(size, expected));
  }

  private static void require(boolean valid, String message) {
    if (!valid) {
      throw new IllegalArgumentException(message);
    }
  }
}
