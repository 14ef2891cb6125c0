package org.espalier.nas.experiment.schema;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.espalier.nas.engine.study.StudySettings;
import org.espalier.nas.experiment.file.Experiment;
import org.espalier.nas.experiment.plugin.Catalogue;
import org.espalier.nas.experiment.settings.SettingKey;
import org.espalier.nas.experiment.text.Json;

/**
 * The JSON Schema (draft 7) of experiment files that name the components of a catalogue.
 *
 * <p>A file that extends another need hold nothing by itself.
 */
public final class ExperimentSchema {
  private static final String EXTENDS = "extends";
  private static final String REFERENCE = "allOf";

  private final Catalogue catalogue;

  /** Creates the schema of files that name these components. */
  public ExperimentSchema(Catalogue catalogue) {
    this.catalogue = catalogue;
  }

  /** The schema as indented JSON, ended by a line break. */
  public String json() {
    return Json.of(tree()) + "\n";
  }

  private Map<String, Object> tree() {
    Definitions definitions = new Definitions();
    ValueSchemas values = new ValueSchemas(catalogue, definitions);
    Map<String, Object> properties = new LinkedHashMap<>();
    properties.put(EXTENDS, base());
    Map<String, Object> whole = new LinkedHashMap<>();
    Map<String, Object> partial = new LinkedHashMap<>();
    for (SettingKey key : SettingKey.of(Experiment.class)) {
      Map<String, Object> inWhole = values.key(key, Extent.WHOLE);
      Map<String, Object> inPart = values.key(key, Extent.PARTIAL);
      if (inWhole.equals(inPart)) {
        properties.put(key.name(), key.name().equals("name") ? name(inWhole) : inWhole);
      } else {
        // Editors offer a key from each place where it stands, unless all say the same of it.
        whole.put(key.name(), inWhole);
        partial.put(key.name(), inPart);
        Map<String, Object> common = new LinkedHashMap<>(inWhole);
        common.remove(REFERENCE);
        properties.put(key.name(), common);
      }
    }
    Map<String, Object> schema = new LinkedHashMap<>();
    schema.put("$schema", "http://json-schema.org/draft-07/schema#");
    schema.put("title", "Espalier experiment");
    schema.put("description", "An experiment of Espalier; written by nas schema.");
    schema.put("type", "object");
    schema.put("properties", properties);
    schema.put("additionalProperties", false);
    schema.put("if", Map.of("required", List.of(EXTENDS)));
    schema.put("then", Map.of("properties", partial));
    Map<String, Object> otherwise = new LinkedHashMap<>();
    otherwise.put("required", required());
    otherwise.put("properties", whole);
    schema.put("else", otherwise);
    schema.put("definitions", definitions.all());
    return schema;
  }

  private static List<String> required() {
    return SettingKey.of(Experiment.class).stream()
        .filter(SettingKey::required)
        .map(SettingKey::name)
        .toList();
  }

  private static Map<String, Object> base() {
    Map<String, Object> schema = SingleValues.text();
    schema.put(
        "description",
        "Another experiment file, beside this one, whose settings hold where this one has none.");
    return schema;
  }

  private static Map<String, Object> name(Map<String, Object> schema) {
    Map<String, Object> named = new LinkedHashMap<>(schema);
    named.put("pattern", "^(" + StudySettings.NAME.pattern() + ")$");
    named.put(
        "patternErrorMessage",
        "Must begin with a letter or digit and hold only letters (a-z), digits, '.', '_' and '-', at most 100.");
    return named;
  }
}
