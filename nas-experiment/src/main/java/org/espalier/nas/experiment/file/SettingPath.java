package org.espalier.nas.experiment.file;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The search for the keys that lead to a place in settings. */
final class SettingPath {

  private SettingPath() {}

  /**
   * Returns the keys, and indices of lists, that lead to the outermost value at a place; empty if
   * no value begins there.
   */
  static Optional<List<String>> of(Setting settings, Place place) {
    if (settings.place().equals(place)) {
      return Optional.of(List.of());
    }
    if (settings instanceof Setting.Mapping mapping) {
      for (Map.Entry<String, Setting.Entry> entry : mapping.entries().entrySet()) {
        Optional<List<String>> found = below(entry.getKey(), entry.getValue().value(), place);
        if (found.isPresent()) {
          return found;
        }
      }
    } else if (settings instanceof Setting.Items list) {
      for (int i = 0; i < list.items().size(); i++) {
        Optional<List<String>> found = below(Integer.toString(i), list.items().get(i), place);
        if (found.isPresent()) {
          return found;
        }
      }
    }
    return Optional.empty();
  }

  private static Optional<List<String>> below(String key, Setting value, Place place) {
    return of(value, place)
        .map(
            rest -> {
              List<String> path = new ArrayList<>(List.of(key));
              path.addAll(rest);
              return path;
            });
  }
}
