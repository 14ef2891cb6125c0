package org.espalier.nas.experiment.schema;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.espalier.nas.api.plugin.Interval;
import org.espalier.nas.experiment.settings.SettingType;
import org.jspecify.annotations.Nullable;

/**
 * Schemas of numbers, texts, durations and the like.
 *
 * <p>Editors read YAML 1.2, to which {@code yes} and {@code 1_000} are texts. Experiment files may
 * contain them, so they are allowed as patterns. {@code errorMessage} and {@code
 * patternErrorMessage} are not part of JSON Schema; editors that know them show them.
 */
final class SingleValues {
  private static final String GROUPED_WHOLE = "^[-+]?[0-9]+(_[0-9]+)+$";
  private static final String GROUPED_REAL = "^[-+]?[0-9]+(_[0-9]+)+([.][0-9]*)?$";
  private static final String OTHER_TRUTH = "^([yY]es|YES|[nN]o|NO|[oO]n|ON|[oO]ff|OFF)$";
  private static final String DURATION =
      "^(?=.)([0-9]{1,9}d)?([0-9]{1,9}h)?([0-9]{1,9}m)?([0-9]{1,9}s)?([0-9]{1,9}ms)?$";

  private SingleValues() {}

  static Map<String, Object> whole(SettingType.Whole type, @Nullable Interval range) {
    Map<String, Object> schema = spelled("integer", GROUPED_WHOLE, "Must be a whole number.");
    long least = type.least();
    long most = type.most();
    if (range != null && Double.isFinite(range.low())) {
      long low = (long) Math.ceil(range.low());
      least = Math.max(least, range.contains((double) low) ? low : low + 1);
    }
    if (range != null && Double.isFinite(range.high())) {
      long high = (long) Math.floor(range.high());
      most = Math.min(most, range.contains((double) high) ? high : high - 1);
    }
    schema.put("minimum", least);
    schema.put("maximum", most);
    return schema;
  }

  /**
   * Returns the schema of a number; an open end is bounded by the largest finite number, so that
   * infinities are rejected.
   */
  static Map<String, Object> real(@Nullable Interval range) {
    Map<String, Object> schema = spelled("number", GROUPED_REAL, "Must be a number.");
    if (range != null && Double.isFinite(range.low())) {
      schema.put(range.includesLow() ? "minimum" : "exclusiveMinimum", number(range.low()));
    } else {
      schema.put("minimum", -Double.MAX_VALUE);
    }
    if (range != null && Double.isFinite(range.high())) {
      schema.put(range.includesHigh() ? "maximum" : "exclusiveMaximum", number(range.high()));
    } else {
      schema.put("maximum", Double.MAX_VALUE);
    }
    return schema;
  }

  static Map<String, Object> truth() {
    return spelled("boolean", OTHER_TRUTH, "Must be true or false.");
  }

  static Map<String, Object> duration() {
    String message = "Must be a duration such as 90s, 10m or 1h30m.";
    Map<String, Object> schema = typed("string");
    schema.put("pattern", DURATION);
    schema.put("patternErrorMessage", message);
    schema.put("errorMessage", message);
    return schema;
  }

  /** Returns the schema of a text; numbers are taken as they are written. */
  static Map<String, Object> text() {
    return words(List.of("string", "number"));
  }

  /**
   * Returns the schema of a text in a list or mapping, which may be true or false as the name of a
   * class.
   */
  static Map<String, Object> textInside() {
    return words(List.of("string", "number", "boolean"));
  }

  private static Map<String, Object> words(List<String> types) {
    Map<String, Object> schema = typed(types);
    schema.put("errorMessage", "Must be text.");
    return schema;
  }

  /**
   * Returns the schema of a choice of words; an underscore for a hyphen is accepted but not
   * offered.
   */
  static Map<String, Object> choice(List<String> labels) {
    Map<String, Object> words = new LinkedHashMap<>();
    words.put("enum", labels);
    String others =
        labels.stream()
            .filter(label -> label.contains("-"))
            .map(label -> label.replace("-", "[-_]"))
            .collect(Collectors.joining("|"));
    if (others.isEmpty()) {
      return words;
    }
    Map<String, Object> spellings = typed("string");
    spellings.put("pattern", "^(" + others + ")$");
    return anyOf(List.of(words, spellings));
  }

  /** Returns the schema that also allows null. */
  static Map<String, Object> orNull(Map<String, Object> schema) {
    Map<String, Object> nullable = new LinkedHashMap<>(schema);
    if (schema.get("type") instanceof String type) {
      nullable.put("type", List.of(type, "null"));
    } else if (schema.get("type") instanceof List<?> types) {
      List<Object> more = new ArrayList<>(types);
      more.add("null");
      nullable.put("type", more);
    } else {
      return anyOf(List.of(schema, typed("null")));
    }
    return nullable;
  }

  static Map<String, Object> anyOf(List<?> schemas) {
    Map<String, Object> schema = new LinkedHashMap<>();
    schema.put("anyOf", schemas);
    return schema;
  }

  static Map<String, Object> typed(Object type) {
    Map<String, Object> schema = new LinkedHashMap<>();
    schema.put("type", type);
    return schema;
  }

  private static Map<String, Object> spelled(String type, String pattern, String message) {
    Map<String, Object> schema = typed(List.of(type, "string"));
    schema.put("pattern", pattern);
    schema.put("patternErrorMessage", message);
    schema.put("errorMessage", message);
    return schema;
  }

  private static Object number(double value) {
    return value == Math.rint(value) && Math.abs(value) < 1e15
        ? (Object) (long) value
        : new BigDecimal(Double.toString(value));
  }
}
