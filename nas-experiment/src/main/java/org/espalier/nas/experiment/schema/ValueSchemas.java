package org.espalier.nas.experiment.schema;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.espalier.nas.api.plugin.ComponentKind;
import org.espalier.nas.api.plugin.Interval;
import org.espalier.nas.experiment.plugin.Catalogue;
import org.espalier.nas.experiment.plugin.RegisteredComponent;
import org.espalier.nas.experiment.settings.SettingKey;
import org.espalier.nas.experiment.settings.SettingType;
import org.jspecify.annotations.Nullable;

/**
 * Schemas of the values of settings.
 *
 * <p>If the {@code type} of a mapping determines its keys, there is one {@code if … then} for each
 * type: editors then report only the wrong key, while {@code oneOf} would make them report that
 * nothing matches.
 */
final class ValueSchemas {
  static final String TYPE = "type";
  private static final String TYPED = "Must be a mapping that begins with its type.";
  private static final String MAPPING = "Must be a mapping of keys to values.";

  /** The subject of a definition. */
  private record Subject(Object what, Extent extent) {}

  private final Catalogue catalogue;
  private final Definitions definitions;

  ValueSchemas(Catalogue catalogue, Definitions definitions) {
    this.catalogue = catalogue;
    this.definitions = definitions;
  }

  /** Returns the schema of a key's value, with its description and default. */
  Map<String, Object> key(SettingKey key, Extent extent) {
    Map<String, Object> schema =
        key.single()
            ? listOrText(key.type(), key.range(), extent)
            : value(key.type(), key.range(), extent);
    if (key.nullable()) {
      schema = SingleValues.orNull(schema);
    }
    return described(schema, key);
  }

  /** Returns the schema with the key's description and its default, unless the default is empty. */
  static Map<String, Object> described(Map<String, Object> schema, SettingKey key) {
    Map<String, Object> described = new LinkedHashMap<>();
    if (!key.description().isEmpty()) {
      described.put("description", key.description());
    }
    described.putAll(schema);
    key.standardTree()
        .filter(tree -> !tree.equals(Map.of()))
        .ifPresent(tree -> described.put("default", tree));
    return described;
  }

  private Map<String, Object> value(SettingType type, @Nullable Interval range, Extent extent) {
    if (type instanceof SettingType.Whole whole) {
      return SingleValues.whole(whole, range);
    } else if (type instanceof SettingType.Real) {
      return SingleValues.real(range);
    } else if (type instanceof SettingType.Truth) {
      return SingleValues.truth();
    } else if (type instanceof SettingType.TimeSpan) {
      return SingleValues.duration();
    } else if (type instanceof SettingType.Choice choice) {
      return SingleValues.choice(choice.labels());
    } else if (type instanceof SettingType.Items items) {
      return list(inside(items.item(), range, Extent.WHOLE));
    } else if (type instanceof SettingType.Entries entries) {
      Map<String, Object> schema = mapping(MAPPING);
      schema.put("additionalProperties", inside(entries.value(), range, extent));
      return schema;
    } else if (type instanceof SettingType.Nested nested) {
      return nested(nested.record(), extent);
    } else if (type instanceof SettingType.Variants variants) {
      return variants(variants, extent);
    } else if (type instanceof SettingType.Part part) {
      return component(part.kind(), extent);
    }
    return SingleValues.text();
  }

  /** Returns the schema of a list, also of lists, in place of which a text is allowed. */
  private Map<String, Object> listOrText(
      SettingType type, @Nullable Interval range, Extent extent) {
    Map<String, Object> schema =
        type instanceof SettingType.Items items && items.item() instanceof SettingType.Items
            ? list(listOrText(items.item(), range, Extent.WHOLE))
            : value(type, range, extent);
    return SingleValues.anyOf(List.of(SingleValues.text(), schema));
  }

  private Map<String, Object> inside(SettingType type, @Nullable Interval range, Extent extent) {
    return type instanceof SettingType.Text
        ? SingleValues.textInside()
        : value(type, range, extent);
  }

  private static Map<String, Object> list(Map<String, Object> item) {
    Map<String, Object> schema = SingleValues.typed("array");
    schema.put("errorMessage", "Must be a list.");
    schema.put("items", item);
    return schema;
  }

  private static Map<String, Object> mapping(String message) {
    Map<String, Object> schema = SingleValues.typed("object");
    schema.put("errorMessage", message);
    return schema;
  }

  /**
   * Returns the schema of a mapping with a definition. The type is here, not in the definition, so
   * that editors know how to complete the key, and because their message for a wrong type would
   * also replace those for the keys inside.
   */
  private static Map<String, Object> mapping(String message, Map<String, Object> reference) {
    Map<String, Object> schema = mapping(message);
    schema.put("allOf", List.of(reference));
    return schema;
  }

  private Map<String, Object> nested(Class<? extends Record> record, Extent wanted) {
    Extent extent = wanted.of(record);
    return mapping(
        MAPPING,
        definitions.reference(
            new Subject(record, extent),
            record.getSimpleName() + extent.suffix(),
            () -> keys(record, extent)));
  }

  private Map<String, Object> keys(Class<? extends Record> record, Extent extent) {
    Map<String, Object> schema = new LinkedHashMap<>();
    List<String> required =
        SettingKey.of(record).stream().filter(SettingKey::required).map(SettingKey::name).toList();
    if (extent == Extent.WHOLE && !required.isEmpty()) {
      schema.put("required", required);
    }
    schema.put("properties", properties(record, extent));
    schema.put("additionalProperties", false);
    return schema;
  }

  private Map<String, Object> properties(Class<? extends Record> record, Extent extent) {
    Map<String, Object> properties = new LinkedHashMap<>();
    SettingKey.of(record).forEach(key -> properties.put(key.name(), key(key, extent)));
    return properties;
  }

  private Map<String, Object> variants(SettingType.Variants variants, Extent extent) {
    String name = variants.sealed().getSimpleName();
    return mapping(
        TYPED,
        definitions.reference(
            new Subject(variants.sealed(), extent),
            name + extent.suffix(),
            () -> byType(name, "Type of the variant.", variants.records(), label -> "", extent)));
  }

  private Map<String, Object> component(ComponentKind<?> kind, Extent extent) {
    if (catalogue.types(kind).isEmpty()) {
      return nothing("There is no component of the kind " + kind + ".");
    }
    Map<String, Class<? extends Record>> records = new LinkedHashMap<>();
    for (String type : catalogue.types(kind)) {
      records.put(type, registered(kind, type).config());
    }
    return mapping(
        TYPED,
        definitions.reference(
            new Subject(kind, extent),
            kind.key() + extent.suffix(),
            () ->
                byType(
                    kind.key(),
                    "Type of the component.",
                    records,
                    type -> registered(kind, type).description(),
                    extent)));
  }

  /** Returns a schema that no value matches: editors show our message for a wrong type. */
  private static Map<String, Object> nothing(String message) {
    Map<String, Object> schema = SingleValues.typed("null");
    schema.put("errorMessage", message);
    schema.put("not", SingleValues.typed("null"));
    return schema;
  }

  private RegisteredComponent<?> registered(ComponentKind<?> kind, String type) {
    return catalogue.find(kind, type).orElseThrow();
  }

  private Map<String, Object> byType(
      String name,
      String question,
      Map<String, Class<? extends Record>> records,
      Function<String, String> description,
      Extent extent) {
    Map<String, Object> type = new LinkedHashMap<>();
    type.put("description", question);
    type.put("enum", List.copyOf(records.keySet()));
    type.put("enumDescriptions", records.keySet().stream().map(description).toList());
    Map<String, Object> schema = new LinkedHashMap<>();
    if (extent == Extent.WHOLE) {
      schema.put("required", List.of(TYPE));
    }
    schema.put("properties", Map.of(TYPE, type));
    List<Object> cases = new ArrayList<>();
    records.forEach(
        (label, record) ->
            cases.add(
                oneCase(
                    label,
                    typedKeys(name + "." + label, description.apply(label), record, extent))));
    if (extent == Extent.PARTIAL) {
      cases.add(untyped(records));
    }
    schema.put("allOf", cases);
    return schema;
  }

  private static Map<String, Object> oneCase(String label, Map<String, Object> then) {
    Map<String, Object> condition = new LinkedHashMap<>();
    condition.put("required", List.of(TYPE));
    condition.put("properties", Map.of(TYPE, Map.of("const", label)));
    Map<String, Object> oneCase = new LinkedHashMap<>();
    oneCase.put("if", condition);
    oneCase.put("then", then);
    return oneCase;
  }

  /** Returns the schema of the keys of one type, including {@code type} itself. */
  private Map<String, Object> typedKeys(
      String name, String description, Class<? extends Record> record, Extent wanted) {
    Extent extent = wanted.of(record);
    return definitions.reference(
        new Subject(name, extent),
        name + extent.suffix(),
        () -> {
          Map<String, Object> schema = keys(record, extent);
          Map<String, Object> properties = new LinkedHashMap<>();
          properties.put(TYPE, true);
          properties.putAll(properties(record, extent));
          schema.put("properties", properties);
          if (!description.isEmpty()) {
            schema.put("description", description);
          }
          return schema;
        });
  }

  /**
   * Returns the schema of a mapping whose type is in a file below: its keys are those of any type.
   */
  private Map<String, Object> untyped(Map<String, Class<? extends Record>> records) {
    Map<String, Set<Object>> possible = new LinkedHashMap<>();
    for (Class<? extends Record> record : records.values()) {
      properties(record, Extent.PARTIAL)
          .forEach(
              (key, schema) ->
                  possible.computeIfAbsent(key, absent -> new LinkedHashSet<>()).add(schema));
    }
    Map<String, Object> properties = new LinkedHashMap<>();
    properties.put(TYPE, true);
    possible.forEach(
        (key, schemas) ->
            properties.put(
                key,
                schemas.size() == 1
                    ? schemas.iterator().next()
                    : SingleValues.anyOf(List.copyOf(schemas))));
    Map<String, Object> keys = new LinkedHashMap<>();
    keys.put("properties", properties);
    keys.put("additionalProperties", false);
    Map<String, Object> schema = new LinkedHashMap<>();
    schema.put("if", Map.of("required", List.of(TYPE)));
    schema.put("else", keys);
    return schema;
  }
}
