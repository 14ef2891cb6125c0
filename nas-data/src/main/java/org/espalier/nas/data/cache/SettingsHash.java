package org.espalier.nas.data.cache;

import java.lang.reflect.RecordComponent;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.espalier.nas.api.storage.Sha256;
import org.jspecify.annotations.Nullable;

/**
 * A SHA-256 over settings: equal for equal values, different for different ones, whatever their
 * texts contain.
 */
final class SettingsHash {
  private final Sha256 hash = new Sha256();

  /**
   * Adds a value.
   *
   * @param value null, a record, list or map of such values, a text, number, boolean, constant,
   *     path or address
   * @throws IllegalArgumentException if it is of another class
   */
  SettingsHash add(@Nullable Object value) {
    if (value == null) {
      text("null");
    } else if (value instanceof Record settings) {
      settings(settings);
    } else if (value instanceof List<?> list) {
      text("list " + list.size());
      list.forEach(this::add);
    } else if (value instanceof Map<?, ?> map) {
      text("map " + map.size());
      map.forEach((key, item) -> add(key).add(item));
    } else if (value instanceof Enum<?> constant) {
      text("constant").text(constant.name());
    } else if (value instanceof String
        || value instanceof Number
        || value instanceof Boolean
        || value instanceof Path
        || value instanceof URI) {
      text("value").text(value.toString());
    } else {
      throw new IllegalArgumentException(
          "value (%s) of %s has no hash.".formatted(value, value.getClass()));
    }
    return this;
  }

  /** Returns the hash in hexadecimal. */
  String hex() {
    return hash.hex();
  }

  private void settings(Record settings) {
    text("record").text(settings.getClass().getName());
    for (RecordComponent component : settings.getClass().getRecordComponents()) {
      try {
        component.getAccessor().setAccessible(true);
        text(component.getName()).add(component.getAccessor().invoke(settings));
      } catch (ReflectiveOperationException error) {
        throw new IllegalStateException(component + " cannot be read.", error);
      }
    }
  }

  private SettingsHash text(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    byte[] length = (bytes.length + ":").getBytes(StandardCharsets.US_ASCII);
    hash.add(length, length.length).add(bytes, bytes.length);
    return this;
  }
}
