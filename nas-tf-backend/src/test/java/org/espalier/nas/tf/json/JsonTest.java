package org.espalier.nas.tf.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTest {

  @Test
  void whatWasWrittenIsReadBack() {
    Map<String, Object> value = new LinkedHashMap<>();
    value.put("quote\" \\ \n 日本 ı", List.of(1L, -2.5, 1e-30, true, false, "x|y/z"));
    value.put("empty", Map.of());
    value.put("nested", List.of(Map.of("a", List.of()), List.of(List.of())));

    assertThat(JsonReader.read(JsonWriter.compact(value))).isEqualTo(value);
    assertThat(JsonReader.read(JsonWriter.indented(value))).isEqualTo(value);
  }

  @Test
  void writesOneLineOrManyWithEverythingButAsciiEscaped() {
    Map<String, Object> value = new LinkedHashMap<>();
    value.put("größe", List.of(1, 2));
    value.put("missing", null);

    assertThat(JsonWriter.compact(value))
        .isEqualTo("{\"gr\\u00f6\\u00dfe\":[1,2],\"missing\":null}");
    assertThat(JsonWriter.indented(value))
        .isEqualTo("{\n  \"gr\\u00f6\\u00dfe\": [1, 2],\n  \"missing\": null\n}\n");
  }

  @Test
  void readsAllEscapes() {
    assertThat(JsonReader.read("\"\\\"\\\\\\/\\b\\f\\n\\r\\t\\u0041\""))
        .isEqualTo("\"\\/\b\f\n\r\tA");
  }

  @Test
  void refusesNumbersThatJsonLacks() {
    assertThatThrownBy(() -> JsonWriter.compact(Double.NaN))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("JSON has no number for NaN.");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "", "{", "[1,", "[1 2]", "{\"a\":1,}", "{\"a\" 1}", "{\"a\":1,\"a\":2}", "\"\\x\"",
        "\"\\u00g0\"", "\"\\u00", "nul", "-", "1.2.3", "tru", "[] []", "\"a\nb\""
      })
  void refusesWhatIsNotJson(String text) {
    assertThatThrownBy(() -> JsonReader.read(text))
        .isInstanceOf(MalformedJsonException.class)
        .hasMessageStartingWith("expected ");
  }

  @Test
  void refusesNestingThatWouldOverflowTheStack() {
    assertThatThrownBy(() -> JsonReader.read("[".repeat(100_000)))
        .isInstanceOf(MalformedJsonException.class)
        .hasMessageContaining("at most 64 levels");
  }
}
