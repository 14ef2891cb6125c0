package org.espalier.nas.experiment.schema;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.espalier.nas.experiment.file.Experiment;
import org.espalier.nas.experiment.plugin.Catalogue;
import org.espalier.nas.experiment.settings.SettingKey;
import org.espalier.nas.experiment.text.Json;

/**
 * The JSON Schema (draft 7) of experiment files that name the components of a catalogue.
 *
 * <p>A file that extends another has no required keys.
 */
public final class ExperimentSchema {

  private final Catalogue catalogue;

  /** Creates the schema for a catalogue of components. */
  public ExperimentSchema(Catalogue catalogue) {
    this.catalogue = catalogue;
  }

  /** Returns the schema as indented JSON with a final line break. */
  public String json() {
    return Json.of(tree()) + "\n";
  }

  private Map<String, Object> tree() {
    Definitions definitions = new Definitions();
    ValueSchemas values = new ValueSchemas(catalogue, definitions);
    Map<String, Object> properties = new LinkedHashMap<>();
    properties.put(RootKeys.EXTENDS, RootKeys.extended("experiment"));
    Map<String, Object> whole = new LinkedHashMap<>();
    Map<String, Object> partial = new LinkedHashMap<>();
    for (SettingKey key : SettingKey.of(Experiment.class)) {
      Map<String, Object> inWhole = values.key(key, Extent.WHOLE);
      Map<String, Object> inPart = values.key(key, Extent.PARTIAL);
      if (inWhole.equals(inPart)) {
        boolean named = key.name().equals(RootKeys.NAME);
        properties.put(key.name(), named ? RootKeys.name(inWhole) : inWhole);
      } else {
        whole.put(key.name(), inWhole);
        partial.put(key.name(), inPart);
        properties.put(key.name(), RootKeys.common(inWhole));
      }
    }
    Map<String, Object> schema =
        RootKeys.schema("Espalier experiment", "An experiment of Espalier; written by nas schema.");
    schema.put("properties", properties);
    schema.put("additionalProperties", false);
    schema.put("if", RootKeys.extending());
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
}
