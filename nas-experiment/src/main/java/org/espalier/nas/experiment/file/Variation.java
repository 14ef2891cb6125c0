package org.espalier.nas.experiment.file;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.espalier.nas.engine.study.StudySettings;
import org.jspecify.annotations.Nullable;

/**
 * An arm or a problem of a comparison, as the file describes it.
 *
 * @param settings keys that override those of the base
 * @param description description for display, or null
 * @param seeds maximum number of seeds, as the file states it, or null for all
 */
record Variation(
    Setting.Mapping settings, @Nullable String description, Setting.@Nullable Scalar seeds) {
  private static final String DESCRIPTION = "description";
  private static final String SEEDS = "seeds";

  /** Returns the variation that changes nothing. */
  static Variation none(Place place) {
    return new Variation(new Setting.Mapping(place, Map.of()), null, null);
  }

  /**
   * Reads a variation.
   *
   * @param kind {@code arms} or {@code problems}
   */
  static Optional<Variation> of(String kind, String name, Setting.Entry entry, Problems problems) {
    if (!StudySettings.NAME.matcher(name).matches()) {
      problems.add(
          entry.key(),
          "The name %s in %s must begin with a letter or digit and hold only letters (a-z), digits, '.', '_' and '-', at most 100."
              .formatted(name, kind));
      return Optional.empty();
    }
    if (entry.value() instanceof Setting.Scalar scalar && scalar.isNull()) {
      return Optional.of(none(entry.value().place()));
    }
    if (!(entry.value() instanceof Setting.Mapping mapping)) {
      problems.add(
          entry.value().place(),
          "%s.%s must be a mapping of keys of an experiment: {controller: {type: random}}."
              .formatted(kind, name));
      return Optional.empty();
    }
    Map<String, Setting.Entry> own = new LinkedHashMap<>(mapping.entries());
    for (String key : Comparison.TAKEN) {
      Setting.Entry taken = own.remove(key);
      if (taken != null) {
        problems.add(
            taken.key(),
            "%s.%s cannot set %s, which the comparison sets for all searches; remove the key."
                .formatted(kind, name, key));
      }
    }
    String description = text(own.remove(DESCRIPTION));
    Setting.Scalar seeds = seeds(kind, name, own.remove(SEEDS), problems);
    return Optional.of(
        new Variation(new Setting.Mapping(mapping.place(), own), description, seeds));
  }

  private static Setting.@Nullable Scalar seeds(
      String kind, String name, Setting.@Nullable Entry entry, Problems problems) {
    if (entry == null) {
      return null;
    }
    if (!kind.equals("arms")) {
      problems.add(
          entry.key(),
          "%s.%s cannot set seeds; the comparison does, and an arm may have fewer."
              .formatted(kind, name));
      return null;
    }
    if (entry.value() instanceof Setting.Scalar seeds) {
      return seeds;
    }
    problems.add(entry.value().place(), "seeds must be a whole number, not a list or a mapping.");
    return null;
  }

  private static @Nullable String text(Setting.@Nullable Entry entry) {
    return entry != null && entry.value() instanceof Setting.Scalar scalar ? scalar.text() : null;
  }
}
