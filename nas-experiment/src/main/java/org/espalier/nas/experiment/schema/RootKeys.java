package org.espalier.nas.experiment.schema;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.espalier.nas.engine.study.StudySettings;

/** The common root keys of experiment files and comparison files. */
final class RootKeys {
  static final String EXTENDS = "extends";
  static final String NAME = "name";
  static final String NAME_PATTERN = "^(" + StudySettings.NAME.pattern() + ")$";
  static final String NAME_MESSAGE =
      "Must begin with a letter or digit and hold only letters (a-z), digits, '.', '_' and '-', at most 100.";

  private static final String REFERENCE = "allOf";

  private RootKeys() {}

  /** Returns a schema with a title and a description only. */
  static Map<String, Object> schema(String title, String description) {
    Map<String, Object> schema = new LinkedHashMap<>();
    schema.put("$schema", "http://json-schema.org/draft-07/schema#");
    schema.put("title", title);
    schema.put("description", description);
    schema.put("type", "object");
    return schema;
  }

  /**
   * Returns the schema of the key that names a file below.
   *
   * @param kind the kind of file
   */
  static Map<String, Object> extended(String kind) {
    Map<String, Object> schema = SingleValues.text();
    schema.put(
        "description",
        "Another %s file, beside this one, whose settings hold where this one has none."
            .formatted(kind));
    return schema;
  }

  /** Returns the condition that a file names one below. */
  static Map<String, Object> extending() {
    return Map.of("required", List.of(EXTENDS));
  }

  /**
   * Returns the part of a key's schema that is common to several places. Editors offer a key from
   * each place where it occurs, and explain it by the innermost one unless all are equal.
   */
  static Map<String, Object> common(Map<String, Object> schema) {
    Map<String, Object> common = new LinkedHashMap<>(schema);
    common.remove(REFERENCE);
    return common;
  }

  /** Returns the schema of a text that must have the form of a name. */
  static Map<String, Object> name(Map<String, Object> schema) {
    Map<String, Object> named = new LinkedHashMap<>(schema);
    named.put("pattern", NAME_PATTERN);
    named.put("patternErrorMessage", NAME_MESSAGE);
    return named;
  }
}
