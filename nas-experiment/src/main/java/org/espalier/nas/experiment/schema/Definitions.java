package org.espalier.nas.experiment.schema;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;

/** The named schemas that others refer to. */
final class Definitions {
  private final Map<String, Map<String, Object>> schemas = new TreeMap<>();
  private final Map<Object, String> names = new HashMap<>();

  /**
   * Refers to the schema of a subject, which is made when it is first referred to.
   *
   * @param subject for which there is one schema
   * @param wanted its name, if no other subject has it
   */
  Map<String, Object> reference(
      Object subject, String wanted, Supplier<Map<String, Object>> schema) {
    String name = names.get(subject);
    if (name == null) {
      name = free(wanted);
      names.put(subject, name);
      // Something that holds itself finds its name taken, and refers to it.
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

  /** All schemas by name. */
  Map<String, Map<String, Object>> all() {
    return schemas;
  }
}
