package org.espalier.nas.analysis.comparison;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One of the things that are compared.
 *
 * @param name its name in the comparison
 * @param description what it is, for a person, or null
 * @param settings all settings of its experiment by their paths, {@code controller.batch}, with
 *     defaults filled in
 */
public record ArmRecord(String name, @Nullable String description, Map<String, String> settings) {

  /** Checks and copies. */
  public ArmRecord {
    Objects.requireNonNull(name);
    settings = Collections.unmodifiableMap(new LinkedHashMap<>(settings));
  }
}
