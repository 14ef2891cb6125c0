package org.espalier.nas.tf.sharing;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.espalier.nas.api.network.TensorShape;

/**
 * Files of float32 tensors in the safetensors format: eight bytes (little endian) with the length
 * of a JSON header, the header, and the values one after another. Other programs can read them.
 */
public final class Safetensors {
  private static final int LENGTH_BYTES = Long.BYTES;
  private static final int ALIGNMENT = 8;

  private Safetensors() {}

  /**
   * Writes a file.
   *
   * @param out receives the whole file; left open
   * @param arrays the tensors, written in the order of the map
   * @throws IOException if it cannot be written
   */
  public static void write(OutputStream out, Map<String, WeightArray> arrays) throws IOException {
    out.write(header(arrays));
    for (WeightArray array : arrays.values()) {
      out.write(bytes(array.values()));
    }
  }

  private static byte[] header(Map<String, WeightArray> arrays) throws IOException {
    byte[] json = SafetensorsHeader.json(arrays);
    int padded = (json.length + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
    byte[] header = new byte[LENGTH_BYTES + padded];
    Arrays.fill(header, (byte) ' ');
    ByteBuffer.wrap(header).order(ByteOrder.LITTLE_ENDIAN).putLong(padded).put(json);
    return header;
  }

  private static byte[] bytes(float[] values) {
    byte[] bytes = new byte[Math.multiplyExact(values.length, Float.BYTES)];
    ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer().put(values);
    return bytes;
  }

  /**
   * Returns all tensors of a file.
   *
   * @param origin the path or address of the file, for errors
   * @param content the whole file
   * @return the tensors in the order of the file
   * @throws WeightFileException if it is truncated, or is not such a file of float32
   */
  public static Map<String, WeightArray> parse(String origin, byte[] content) {
    SafetensorsHeader header = SafetensorsHeader.parse(origin, content);
    Map<String, WeightArray> arrays = new LinkedHashMap<>();
    for (SafetensorsHeader.Entry entry : header.entries()) {
      float[] values = new float[Math.toIntExact((entry.end() - entry.begin()) / Float.BYTES)];
      littleEndian(content, header.dataStart() + Math.toIntExact(entry.begin())).get(values);
      arrays.put(entry.name(), new WeightArray(new TensorShape(entry.shape()), values));
    }
    return arrays;
  }

  private static FloatBuffer littleEndian(byte[] content, int from) {
    return ByteBuffer.wrap(content, from, content.length - from)
        .slice()
        .order(ByteOrder.LITTLE_ENDIAN)
        .asFloatBuffer();
  }
}
