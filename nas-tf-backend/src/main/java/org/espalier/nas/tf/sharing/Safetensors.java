package org.espalier.nas.tf.sharing;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.espalier.nas.api.network.TensorShape;
import org.espalier.nas.api.storage.AtomicFile;
import org.espalier.nas.api.storage.IoReason;

/**
 * Files of float32 tensors in the safetensors format: eight bytes (little endian) with the length
 * of a JSON header, the header, and the values one after another. Other programs can read them.
 */
public final class Safetensors {
  private static final int LENGTH_BYTES = Long.BYTES;
  private static final int ALIGNMENT = 8;

  private Safetensors() {}

  /**
   * Writes a file atomically.
   *
   * @param file replaced if it exists; its folder must exist
   * @param arrays the tensors, written in the order of the map
   * @throws WeightFileException if it cannot be written
   */
  public static void write(Path file, Map<String, WeightArray> arrays) {
    try {
      AtomicFile.write(
          file,
          out -> {
            out.write(header(arrays));
            for (WeightArray array : arrays.values()) {
              out.write(bytes(array.values()));
            }
          });
    } catch (IOException e) {
      throw new WeightFileException(
          "Weights cannot be written to " + file + ": " + IoReason.of(e) + ".", e);
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
   * Reads all tensors of a file.
   *
   * @return the tensors in the order of the file
   * @throws WeightFileException if it cannot be read, is truncated, or is not such a file of
   *     float32
   */
  public static Map<String, WeightArray> read(Path file) {
    byte[] content;
    try {
      content = Files.readAllBytes(file);
    } catch (IOException e) {
      throw new WeightFileException(
          "Weights cannot be read from " + file + ": " + IoReason.of(e) + ".", e);
    }
    SafetensorsHeader header = SafetensorsHeader.parse(file, content);
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
