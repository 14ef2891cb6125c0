package org.espalier.nas.experiment.file;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The settings in which a variation differs from its base. */
final class Differences {
  private final String name;
  private final Variation variation;
  private final Map<String, String> stated = new LinkedHashMap<>();
  private final Set<String> found = new HashSet<>();

  private Differences(String name, Variation variation) {
    this.name = name;
    this.variation = variation;
    flatten("", variation.settings(), stated);
  }

  /** Creates the differences of several variations, in their order, without any comparison yet. */
  static List<Differences> of(Map<String, Variation> variations) {
    return variations.entrySet().stream()
        .map(entry -> new Differences(entry.getKey(), entry.getValue()))
        .toList();
  }

  /** Returns the variation's name. */
  String name() {
    return name;
  }

  /** Returns the variation. */
  Variation variation() {
    return variation;
  }

  /**
   * Compares two experiments and adds their differences. If one of the two is not a complete
   * experiment, all settings written count as differences.
   */
  void compare(Optional<Experiment> base, Optional<Experiment> varied) {
    if (base.isEmpty() || varied.isEmpty()) {
      found.addAll(stated.keySet());
      return;
    }
    ExperimentWriter writer = new ExperimentWriter();
    Map<String, String> before = ResolvedSettings.byPath(writer.tree(base.get()));
    Map<String, String> after = ResolvedSettings.byPath(writer.tree(varied.get()));
    stated.keySet().stream()
        .filter(path -> !below(path, before).equals(below(path, after)))
        .forEach(found::add);
  }

  /**
   * Returns the variation with the settings that differ, in the order in which they are written.
   */
  LocatedComparison.Alternative found() {
    Map<String, String> differences = new LinkedHashMap<>(stated);
    differences.keySet().retainAll(found);
    return new LocatedComparison.Alternative(name, variation.description(), differences);
  }

  private static Map<String, String> below(String path, Map<String, String> flat) {
    return flat.entrySet().stream()
        .filter(entry -> entry.getKey().equals(path) || entry.getKey().startsWith(path + "."))
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  private static void flatten(String path, Setting setting, Map<String, String> flat) {
    if (setting instanceof Setting.Mapping mapping
        && (path.isEmpty() || !mapping.entries().isEmpty())) {
      mapping.entries().forEach((key, entry) -> flatten(inner(path, key), entry.value(), flat));
    } else {
      flat.put(path, text(setting));
    }
  }

  private static String inner(String path, String key) {
    return path.isEmpty() ? key : path + "." + key;
  }

  private static String text(Setting setting) {
    if (setting instanceof Setting.Items items) {
      return items.items().stream()
          .map(Differences::text)
          .collect(Collectors.joining(", ", "[", "]"));
    } else if (setting instanceof Setting.Mapping mapping) {
      return mapping.entries().entrySet().stream()
          .map(entry -> entry.getKey() + ": " + text(entry.getValue().value()))
          .collect(Collectors.joining(", ", "{", "}"));
    }
    Setting.Scalar scalar = (Setting.Scalar) setting;
    return scalar.isNull() ? "null" : scalar.text();
  }
}
