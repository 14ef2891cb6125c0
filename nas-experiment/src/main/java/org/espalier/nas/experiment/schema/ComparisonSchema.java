package org.espalier.nas.experiment.schema;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.espalier.nas.experiment.file.Comparison;
import org.espalier.nas.experiment.file.Experiment;
import org.espalier.nas.experiment.plugin.Catalogue;
import org.espalier.nas.experiment.settings.SettingKey;
import org.espalier.nas.experiment.text.Json;

/**
 * The JSON Schema (draft 7) of comparison files whose experiments name the components of a
 * catalogue.
 *
 * <p>An arm or a problem holds any keys of an experiment, or none; so does the base, if all arms
 * contain the keys that it lacks.
 */
public final class ComparisonSchema {
  private static final String ARMS = "arms";
  private static final String PROBLEMS = "problems";
  private static final int MOST_SEEDS = 99_999;
  private static final String KEYS = "Must be a mapping of keys of an experiment.";
  private static final String NAMES = "Must be a mapping of names to keys of an experiment.";

  private final Definitions definitions = new Definitions();
  private final ValueSchemas values;

  /** Creates the schema for a catalogue of components. */
  public ComparisonSchema(Catalogue catalogue) {
    this.values = new ValueSchemas(catalogue, definitions);
  }

  /** Returns the schema as indented JSON with a final line break. */
  public String json() {
    return Json.of(tree()) + "\n";
  }

  private Map<String, Object> tree() {
    Map<String, Object> schema =
        RootKeys.schema(
            "Espalier comparison", "A comparison of Espalier; written by nas schema --comparison.");
    schema.put("properties", properties());
    schema.put("additionalProperties", false);
    schema.put("if", RootKeys.extending());
    schema.put("then", true);
    Map<String, Object> whole = new LinkedHashMap<>();
    whole.put("required", List.of(RootKeys.NAME, "base", ARMS));
    // With the same description, because editors offer a key from each place where it occurs.
    Map<String, Object> arms = arms();
    arms.put("minProperties", 2);
    whole.put("properties", Map.of(ARMS, arms));
    schema.put("else", whole);
    schema.put("definitions", definitions.all());
    return schema;
  }

  private Map<String, Object> properties() {
    Map<String, Object> properties = new LinkedHashMap<>();
    properties.put(RootKeys.EXTENDS, RootKeys.extended("comparison"));
    for (SettingKey key : SettingKey.of(Comparison.class)) {
      properties.put(key.name(), own(key));
    }
    properties.put("base", base());
    Map<String, Object> problems =
        named(
            "Problems that every arm searches, each with the keys in which it differs from the base.");
    problems.put("additionalProperties", variation("problem", this::problem));
    properties.put(PROBLEMS, problems);
    Map<String, Object> arms = arms();
    arms.put("additionalProperties", variation("arm", this::arm));
    properties.put(ARMS, arms);
    return properties;
  }

  private Map<String, Object> own(SettingKey key) {
    Map<String, Object> schema = values.key(key, Extent.WHOLE);
    return switch (key.name()) {
      case RootKeys.NAME -> RootKeys.name(schema);
      case "pairs" -> pairs(schema);
      default -> schema;
    };
  }

  private static Map<String, Object> pairs(Map<String, Object> schema) {
    Map<String, Object> pair = SingleValues.typed("array");
    pair.put("errorMessage", "Must be two arms: [evolution, random].");
    pair.put("items", SingleValues.textInside());
    pair.put("minItems", 2);
    pair.put("maxItems", 2);
    pair.put("uniqueItems", true);
    Map<String, Object> pairs = new LinkedHashMap<>(schema);
    pairs.put("items", pair);
    return pairs;
  }

  private Map<String, Object> base() {
    Map<String, Object> schema = new LinkedHashMap<>();
    schema.put("description", "Experiment that the arms vary: an experiment file, or its keys.");
    schema.put("type", List.of("string", "object"));
    schema.put("errorMessage", "Must be an experiment file, or the keys of an experiment.");
    schema.put(
        "allOf",
        List.of(definitions.reference("base", "base", () -> experiment(List.of(), Map.of()))));
    return schema;
  }

  private static Map<String, Object> arms() {
    return named("Arms to compare, each with the keys in which it differs from the base.");
  }

  private static Map<String, Object> named(String description) {
    Map<String, Object> schema = new LinkedHashMap<>();
    schema.put("description", description);
    schema.put("type", "object");
    schema.put("errorMessage", NAMES);
    Map<String, Object> name = new LinkedHashMap<>();
    name.put("pattern", RootKeys.NAME_PATTERN);
    name.put("patternErrorMessage", RootKeys.NAME_MESSAGE);
    schema.put("propertyNames", name);
    return schema;
  }

  /** Returns the schema of arms or problems; one without settings of its own has an empty value. */
  private Map<String, Object> variation(String name, Supplier<Map<String, Object>> keys) {
    Map<String, Object> schema = SingleValues.typed(List.of("object", "null"));
    schema.put("errorMessage", KEYS);
    schema.put("allOf", List.of(definitions.reference(name, name, keys)));
    return schema;
  }

  private Map<String, Object> problem() {
    return experiment(Comparison.TAKEN, Map.of());
  }

  private Map<String, Object> arm() {
    Map<String, Object> seeds = SingleValues.typed("integer");
    seeds.put("description", "Number of searches of this arm, if fewer than of the others.");
    seeds.put("errorMessage", "Must be a whole number.");
    seeds.put("minimum", 1);
    seeds.put("maximum", MOST_SEEDS);
    return experiment(Comparison.TAKEN, Map.of("seeds", seeds));
  }

  /** Returns the schema of any keys of an experiment, without some and with others. */
  private Map<String, Object> experiment(List<String> without, Map<String, Object> others) {
    Map<String, Object> keys = new LinkedHashMap<>();
    Map<String, Object> inside = new LinkedHashMap<>();
    for (SettingKey key : SettingKey.of(Experiment.class)) {
      if (!without.contains(key.name())) {
        Map<String, Object> schema = values.key(key, Extent.PARTIAL);
        Map<String, Object> common = RootKeys.common(schema);
        keys.put(key.name(), common);
        if (!common.equals(schema)) {
          inside.put(key.name(), schema);
        }
      }
    }
    keys.putAll(others);
    Map<String, Object> schema = new LinkedHashMap<>();
    schema.put("properties", keys);
    schema.put("additionalProperties", false);
    schema.put("allOf", List.of(Map.of("properties", inside)));
    return schema;
  }
}
