package org.espalier.nas.experiment.file;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Lays settings over others: mappings are merged key by key, anything else is replaced. */
final class Overlay {

  private Overlay() {}

  /**
   * The settings of {@code base} with those of {@code over} in their place.
   *
   * <p>A component of another {@code type} replaces the one below with all its keys, which would
   * mean nothing to it.
   */
  static Setting.Mapping merge(Setting.Mapping base, Setting.Mapping over) {
    Map<String, Setting.Entry> entries = new LinkedHashMap<>(base.entries());
    over.entries().forEach((key, entry) -> entries.merge(key, entry, Overlay::merge));
    return new Setting.Mapping(over.place(), entries);
  }

  private static Setting.Entry merge(Setting.Entry base, Setting.Entry over) {
    return base.value() instanceof Setting.Mapping below
            && over.value() instanceof Setting.Mapping above
            && !changesType(below, above)
        ? new Setting.Entry(over.key(), merge(below, above))
        : over;
  }

  private static boolean changesType(Setting.Mapping below, Setting.Mapping above) {
    Optional<String> type = above.type();
    return type.isPresent() && below.type().isPresent() && !type.equals(below.type());
  }
}
