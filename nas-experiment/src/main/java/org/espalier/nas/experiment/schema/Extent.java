package org.espalier.nas.experiment.schema;

import java.util.HashSet;
import java.util.Set;
import org.espalier.nas.experiment.settings.SettingKey;
import org.espalier.nas.experiment.settings.SettingType;

/** The required extent of a mapping. */
enum Extent {
  /** All keys without a default are required. */
  WHOLE(""),
  /**
   * No keys are required, since a file below holds the rest. Lists are replaced and therefore
   * complete.
   */
  PARTIAL("-in-extension");

  private final String suffix;

  Extent(String suffix) {
    this.suffix = suffix;
  }

  /** Returns the suffix that distinguishes the names of definitions. */
  String suffix() {
    return suffix;
  }

  /**
   * Returns the extent for a record; without required keys, the partial extent equals the whole.
   */
  Extent of(Class<? extends Record> record) {
    return demands(record, new HashSet<>()) ? this : WHOLE;
  }

  private static boolean demands(Class<? extends Record> record, Set<Class<?>> seen) {
    return seen.add(record)
        && SettingKey.of(record).stream()
            .anyMatch(key -> key.required() || demands(key.type(), seen));
  }

  private static boolean demands(SettingType type, Set<Class<?>> seen) {
    return type instanceof SettingType.Variants
        || type instanceof SettingType.Part
        || (type instanceof SettingType.Entries entries && demands(entries.value(), seen))
        || (type instanceof SettingType.Nested nested && demands(nested.record(), seen));
  }
}
