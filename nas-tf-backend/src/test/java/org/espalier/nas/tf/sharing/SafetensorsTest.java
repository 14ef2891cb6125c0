package org.espalier.nas.tf.sharing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.espalier.nas.api.network.TensorShape;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SafetensorsTest {
  private static Map<String, WeightArray> arrays() {
    Map<String, WeightArray> arrays = new LinkedHashMap<>();
    arrays.put(
        "input(2)|(3, relu)/kernel",
        new WeightArray(
            TensorShape.of(2, 3),
            new float[] {1, -2.5f, Float.MIN_VALUE, 0, Float.MAX_VALUE, -0f}));
    arrays.put("größe \"x\"\\/bias", new WeightArray(TensorShape.of(1), new float[] {7}));
    return arrays;
  }

  private static byte[] written(Map<String, WeightArray> arrays) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      Safetensors.write(out, arrays);
    } catch (IOException error) {
      throw new AssertionError(error);
    }
    return out.toByteArray();
  }

  @Test
  void whatWasWrittenIsReadBackBitByBit() {
    assertThat(Safetensors.parse("a", written(arrays()))).containsExactlyEntriesOf(arrays());
  }

  @Test
  void layoutIsThatOfTheFormat() {
    byte[] file = written(Map.of("w", new WeightArray(TensorShape.of(2), new float[] {1.5f, -2})));

    ByteBuffer content = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
    int length = (int) content.getLong();
    byte[] header = new byte[length];
    content.get(header);
    assertThat(new String(header, StandardCharsets.UTF_8).strip())
        .isEqualTo("{\"w\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[0,8]}}");
    assertThat(length % 8).isZero();
    assertThat(content.getFloat()).isEqualTo(1.5f);
    assertThat(content.getFloat()).isEqualTo(-2f);
    assertThat(content.hasRemaining()).isFalse();
  }

  @Test
  void anEmptyFileOfWeightsIsReadBack() {
    assertThat(Safetensors.parse("a", written(Map.of()))).isEmpty();
  }

  @Test
  void everyTruncationIsATypedError() {
    byte[] content = written(arrays());
    for (int length = 0; length < content.length; length++) {
      byte[] cut = Arrays.copyOf(content, length);
      assertThatThrownBy(() -> Safetensors.parse("cut.safetensors", cut))
          .as("%d bytes", length)
          .isInstanceOf(WeightFileException.class)
          .hasMessageContaining("cut.safetensors");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[]",
        "{\"w\":3}",
        "{\"w\":{}}",
        "{\"w\":{\"dtype\":\"F64\",\"shape\":[1],\"data_offsets\":[0,8]}}",
        "{\"w\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[0,4]}}",
        "{\"w\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[0]}}",
        "{\"w\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[4,12]}}",
        "{\"w\":{\"dtype\":\"F32\",\"shape\":[\"2\"],\"data_offsets\":[0,8]}}",
        "{\"w\":{\"dtype\":\"F32\",\"shape\":[-2],\"data_offsets\":[0,-8]}}",
        "{\"w\":{\"dtype\":\"F32\",\"shape\":[4294967298,4294967298],\"data_offsets\":[0,16]}}",
        "{\"w\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[0,4]}}",
        "{\"w\":null}",
        "{\"w\":{\"dtype\":\"F32\",\"shape\":[2.0],\"data_offsets\":[0,8]}}",
        "{\"w\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[0,99999999999999999999]}}",
        "{\"w\":{\"dtype\":\"F32\",\"shape\":[2],\"shape\":[2],\"data_offsets\":[0,8]}}",
        "{\"w\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[0,8]}} {}",
        "{\"w\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[0,8]}",
        "not json"
      })
  void aBrokenHeaderIsATypedError(String header) {
    assertThatThrownBy(() -> Safetensors.parse("broken.safetensors", withHeader(header)))
        .isInstanceOf(WeightFileException.class)
        .hasMessageContaining("broken.safetensors")
        .hasMessageEndingWith("Restore the file from a copy, or run the search anew.");
  }

  /** Returns a file of a header and eight bytes of values. */
  private static byte[] withHeader(String header) {
    byte[] json = header.getBytes(StandardCharsets.UTF_8);
    ByteBuffer content =
        ByteBuffer.allocate(8 + json.length + 8)
            .order(ByteOrder.LITTLE_ENDIAN)
            .putLong(json.length);
    content.put(json);
    return content.array();
  }

  @Test
  void aDeeplyNestedHeaderIsATypedError() {
    byte[] nested = withHeader("[".repeat(100_000));
    assertThatThrownBy(() -> Safetensors.parse("broken.safetensors", nested))
        .isInstanceOf(WeightFileException.class)
        .hasMessageContaining("broken.safetensors");
  }

  @Test
  void metadataOfOtherProgramsIsSkipped() {
    byte[] json =
        ("{\"__metadata__\":{\"format\":\"pt\"},"
                + "\"w\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[0,4]}}")
            .getBytes(StandardCharsets.UTF_8);
    byte[] file =
        ByteBuffer.allocate(8 + json.length + 4)
            .order(ByteOrder.LITTLE_ENDIAN)
            .putLong(json.length)
            .put(json)
            .putFloat(3)
            .array();

    assertThat(Safetensors.parse("a", file))
        .containsExactly(Map.entry("w", new WeightArray(TensorShape.of(1), new float[] {3})));
  }
}
