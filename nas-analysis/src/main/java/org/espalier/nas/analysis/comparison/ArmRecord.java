package org.espalier.nas.analysis.comparison;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An arm of a comparison.
 *
 * @param name name in the comparison
 * @param description description for readers, or null
 * @param settings settings of the experiment by path, {@code controller.batch}, defaults included
 */
public record ArmRecord(String name, @Nullable String description, Map<String, String> settings) {

  /** Checks and copies. */
  public ArmRecord {
    Objects.requireNonNull(name);
    settings = Collections.unmodifiableMap(new LinkedHashMap<>(settings));
  }
}
