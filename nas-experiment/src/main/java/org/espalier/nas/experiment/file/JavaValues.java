package org.espalier.nas.experiment.file;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.espalier.nas.api.plugin.SettingLabel;
import org.espalier.nas.experiment.text.Durations;

/** The conversion of Java values to the text of experiment files. */
final class JavaValues {

  private JavaValues() {}

  /**
   * Returns a value in YAML's flow style.
   *
   * @param value a text, number, boolean, enum constant, duration or path, or a list or map of such
   * @throws IllegalArgumentException if the value has another type
   */
  static String yaml(Object value) {
    try {
      return new ObjectMapper().writeValueAsString(plain(value));
    } catch (JsonProcessingException error) {
      throw new IllegalArgumentException(
          "The value %s cannot be a setting.".formatted(value), error);
    }
  }

  private static Object plain(Object value) {
    if (value instanceof Map<?, ?> entries) {
      Map<String, Object> plain = new LinkedHashMap<>();
      entries.forEach((key, held) -> plain.put(String.valueOf(key), plain(held)));
      return plain;
    } else if (value instanceof Iterable<?> items && !(value instanceof java.nio.file.Path)) {
      List<Object> plain = new ArrayList<>();
      items.forEach(item -> plain.add(plain(item)));
      return plain;
    } else if (value instanceof Enum<?> constant) {
      return SettingLabel.constant(constant);
    } else if (value instanceof Duration duration) {
      return Durations.format(duration);
    }
    return value instanceof Number || value instanceof Boolean ? value : String.valueOf(value);
  }
}
