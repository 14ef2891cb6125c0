package org.espalier.nas.tf.sharing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.espalier.nas.api.network.TensorShape;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SafetensorsTest {
  @TempDir Path folder;

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

  @Test
  void whatWasWrittenIsReadBackBitByBit() {
    Path file = folder.resolve("a.safetensors");
    Safetensors.write(file, arrays());

    assertThat(Safetensors.read(file)).containsExactlyEntriesOf(arrays());
    assertThat(folder.resolve("a.safetensors.partial")).doesNotExist();
  }

  @Test
  void layoutIsThatOfTheFormat() throws IOException {
    Path file = folder.resolve("a.safetensors");
    Safetensors.write(
        file, Map.of("w", new WeightArray(TensorShape.of(2), new float[] {1.5f, -2})));

    ByteBuffer content = ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN);
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
    Path file = folder.resolve("a.safetensors");
    Safetensors.write(file, Map.of());

    assertThat(Safetensors.read(file)).isEmpty();
  }

  @Test
  void everyTruncationIsATypedError() throws IOException {
    Path whole = folder.resolve("whole.safetensors");
    Safetensors.write(whole, arrays());
    byte[] content = Files.readAllBytes(whole);
    for (int length = 0; length < content.length; length++) {
      Path cut = folder.resolve("cut.safetensors");
      Files.write(cut, Arrays.copyOf(content, length));
      assertThatThrownBy(() -> Safetensors.read(cut))
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
  void aBrokenHeaderIsATypedError(String header) throws IOException {
    Path file = withHeader(header);

    assertThatThrownBy(() -> Safetensors.read(file))
        .isInstanceOf(WeightFileException.class)
        .hasMessageContaining("broken.safetensors")
        .hasMessageEndingWith("Restore the file from a copy, or run the search anew.");
  }

  /** Writes a file of a header and eight bytes of values. */
  private Path withHeader(String header) throws IOException {
    byte[] json = header.getBytes(StandardCharsets.UTF_8);
    ByteBuffer content =
        ByteBuffer.allocate(8 + json.length + 8)
            .order(ByteOrder.LITTLE_ENDIAN)
            .putLong(json.length);
    content.put(json);
    return Files.write(folder.resolve("broken.safetensors"), content.array());
  }

  @Test
  void aDeeplyNestedHeaderIsATypedError() throws IOException {
    assertThatThrownBy(() -> Safetensors.read(withHeader("[".repeat(100_000))))
        .isInstanceOf(WeightFileException.class)
        .hasMessageContaining("broken.safetensors");
  }

  @Test
  void metadataOfOtherProgramsIsSkipped() throws IOException {
    byte[] json =
        ("{\"__metadata__\":{\"format\":\"pt\"},"
                + "\"w\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[0,4]}}")
            .getBytes(StandardCharsets.UTF_8);
    Path file = folder.resolve("a.safetensors");
    Files.write(
        file,
        ByteBuffer.allocate(8 + json.length + 4)
            .order(ByteOrder.LITTLE_ENDIAN)
            .putLong(json.length)
            .put(json)
            .putFloat(3)
            .array());

    assertThat(Safetensors.read(file))
        .containsExactly(Map.entry("w", new WeightArray(TensorShape.of(1), new float[] {3})));
  }

  @Test
  void aMissingFolderIsATypedError() {
    assertThatThrownBy(() -> Safetensors.write(folder.resolve("no/such/file"), arrays()))
        .isInstanceOf(WeightFileException.class);
    assertThatThrownBy(() -> Safetensors.read(folder.resolve("none")))
        .isInstanceOf(WeightFileException.class);
  }
}
