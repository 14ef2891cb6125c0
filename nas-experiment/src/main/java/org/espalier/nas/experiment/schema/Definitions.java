package org.espalier.nas.experiment.schema;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;

/** The named schemas that other schemas refer to. */
final class Definitions {
  private final Map<String, Map<String, Object>> schemas = new TreeMap<>();
  private final Map<Object, String> names = new HashMap<>();

  /**
   * Returns a reference to the schema of a subject, which is created on the first reference.
   *
   * @param subject the subject of the schema
   * @param wanted the name of the schema, if no other subject has it
   */
  Map<String, Object> reference(
      Object subject, String wanted, Supplier<Map<String, Object>> schema) {
    String name = names.get(subject);
    if (name == null) {
      name = free(wanted);
      names.put(subject, name);
      // A recursive subject finds its name taken and refers to it.
      schemas.put(name, Map.of());
      schemas.put(name, schema.get());
    }
    Map<String, Object> reference = new LinkedHashMap<>();
    reference.put("$ref", "#/definitions/" + name);
    return reference;
  }

  private String free(String wanted) {
    String name = wanted;
    for (int i = 2; schemas.containsKey(name); i++) {
      name = wanted + "-" + i;
    }
    return name;
  }

  /** Returns all schemas by name. */
  Map<String, Map<String, Object>> all() {
    return schemas;
  }
}
