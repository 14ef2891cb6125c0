package org.espalier.nas.experiment.file;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.espalier.nas.api.NasException;

/**
 * The settings of a resolved experiment, as {@link ExperimentWriter} wrote them and stores keep
 * them.
 *
 * @param tree maps, lists and single values
 */
public record ResolvedSettings(Map<String, Object> tree) {

  private static final YAMLMapper YAML = new YAMLMapper();

  /** Copies. */
  public ResolvedSettings {
    tree = Collections.unmodifiableMap(new LinkedHashMap<>(tree));
  }

  /**
   * Reads settings.
   *
   * @throws NasException if the text is no mapping
   */
  public static ResolvedSettings parse(String yaml) {
    try {
      return new ResolvedSettings(
          YAML.readValue(yaml, new TypeReference<LinkedHashMap<String, Object>>() {}));
    } catch (JsonProcessingException error) {
      throw new NasException("The stored experiment cannot be read.", error);
    }
  }

  /** Returns the settings by path, such as {@code controller.batch}. */
  public Map<String, String> byPath() {
    return byPath(tree);
  }

  /** Returns maps and single values by path. */
  public static Map<String, String> byPath(Map<?, ?> tree) {
    Map<String, String> flat = new LinkedHashMap<>();
    flatten("", tree, flat);
    return flat;
  }

  private static void flatten(String path, Map<?, ?> tree, Map<String, String> flat) {
    tree.forEach(
        (key, value) -> {
          String inner = path.isEmpty() ? String.valueOf(key) : path + "." + key;
          if (value instanceof Map<?, ?> below) {
            flatten(inner, below, flat);
          } else {
            flat.put(inner, text(value));
          }
        });
  }

  private static String text(Object value) {
    if (value instanceof List<?> items) {
      return items.stream().map(ResolvedSettings::text).collect(Collectors.joining(", ", "[", "]"));
    } else if (value instanceof Map<?, ?> entries) {
      return byPath(entries).entrySet().stream()
          .map(entry -> entry.getKey() + ": " + entry.getValue())
          .collect(Collectors.joining(", ", "{", "}"));
    }
    return String.valueOf(value);
  }
}
