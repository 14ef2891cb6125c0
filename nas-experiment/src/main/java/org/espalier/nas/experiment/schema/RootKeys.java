package org.espalier.nas.experiment.schema;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.espalier.nas.engine.study.StudySettings;

/** What the files of experiments and of comparisons have in common at their beginning. */
final class RootKeys {
  static final String EXTENDS = "extends";
  static final String NAME = "name";
  static final String NAME_PATTERN = "^(" + StudySettings.NAME.pattern() + ")$";
  static final String NAME_MESSAGE =
      "Must begin with a letter or digit and hold only letters (a-z), digits, '.', '_' and '-', at most 100.";

  private static final String REFERENCE = "allOf";

  private RootKeys() {}

  /** A schema that says what it is, and as yet nothing else. */
  static Map<String, Object> schema(String title, String description) {
    Map<String, Object> schema = new LinkedHashMap<>();
    schema.put("$schema", "http://json-schema.org/draft-07/schema#");
    schema.put("title", title);
    schema.put("description", description);
    schema.put("type", "object");
    return schema;
  }

  /**
   * The key that names a file below.
   *
   * @param kind what is described there
   */
  static Map<String, Object> extended(String kind) {
    Map<String, Object> schema = SingleValues.text();
    schema.put(
        "description",
        "Another %s file, beside this one, whose settings hold where this one has none."
            .formatted(kind));
    return schema;
  }

  /** The condition that a file names one below. */
  static Map<String, Object> extending() {
    return Map.of("required", List.of(EXTENDS));
  }

  /**
   * What holds of a key at each of several places that say more of it. Editors offer a key from
   * each place where it stands, and explain it by what is innermost, unless all say the same.
   */
  static Map<String, Object> common(Map<String, Object> schema) {
    Map<String, Object> common = new LinkedHashMap<>(schema);
    common.remove(REFERENCE);
    return common;
  }

  /** A text that must have the form of a name. */
  static Map<String, Object> name(Map<String, Object> schema) {
    Map<String, Object> named = new LinkedHashMap<>(schema);
    named.put("pattern", NAME_PATTERN);
    named.put("patternErrorMessage", NAME_MESSAGE);
    return named;
  }
}
