package org.espalier.nas.experiment.file;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.BinaryOperator;

/**
 * The merge of settings with overriding ones: mappings are merged key by key, anything else is
 * replaced.
 */
final class Overlay {

  private Overlay() {}

  /**
   * Returns the settings of an experiment with some of them overridden.
   *
   * <p>A component of another {@code type} replaces the one below with all its keys, which have no
   * meaning for it. Deeper inside, a type is a setting like any other: an optimizer of another type
   * keeps its learning rate.
   */
  static Setting.Mapping merge(Setting.Mapping base, Setting.Mapping over) {
    return merge(base, over, Overlay::component);
  }

  private static Setting.Mapping merge(
      Setting.Mapping base, Setting.Mapping over, BinaryOperator<Setting.Entry> values) {
    Map<String, Setting.Entry> entries = new LinkedHashMap<>(base.entries());
    over.entries().forEach((key, entry) -> entries.merge(key, entry, values));
    return new Setting.Mapping(over.place(), entries);
  }

  private static Setting.Entry component(Setting.Entry base, Setting.Entry over) {
    return base.value() instanceof Setting.Mapping below
            && over.value() instanceof Setting.Mapping above
            && changesType(below, above)
        ? over
        : inner(base, over);
  }

  private static Setting.Entry inner(Setting.Entry base, Setting.Entry over) {
    return base.value() instanceof Setting.Mapping below
            && over.value() instanceof Setting.Mapping above
        ? new Setting.Entry(over.key(), merge(below, above, Overlay::inner))
        : over;
  }

  private static boolean changesType(Setting.Mapping below, Setting.Mapping above) {
    Optional<String> type = above.type();
    return type.isPresent() && below.type().isPresent() && !type.equals(below.type());
  }
}
