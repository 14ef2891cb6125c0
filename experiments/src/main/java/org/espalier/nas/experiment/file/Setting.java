package org.espalier.nas.experiment.file;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A value of an experiment file, with the place where it stands. Immutable. */
public sealed interface Setting {

  /** Where the value begins. */
  Place place();

  /**
   * A single value, not yet interpreted: what it means depends on what is wanted.
   *
   * @param place where it stands
   * @param text without quotes
   * @param quoted whether it stood in quotes and so is text whatever it looks like
   */
  record Scalar(Place place, String text, boolean quoted) implements Setting {

    /** Whether nothing stands there, or YAML's null. */
    boolean isNull() {
      return !quoted
          && (text.isEmpty() || text.equals("~") || text.equals("null") || text.equals("NULL"));
    }
  }

  /**
   * A list.
   *
   * @param place where it begins
   * @param items in order
   */
  record Items(Place place, List<Setting> items) implements Setting {
    /** Copies. */
    public Items {
      items = List.copyOf(items);
    }
  }

  /**
   * Keys with values.
   *
   * @param place where it begins
   * @param entries by key, in the order of the file
   */
  record Mapping(Place place, Map<String, Entry> entries) implements Setting {
    /** Copies. */
    public Mapping {
      entries = Collections.unmodifiableMap(new LinkedHashMap<>(entries));
    }

    /** The value of a key; empty if the key is absent. */
    Optional<Setting> get(String key) {
      return Optional.ofNullable(entries.get(key)).map(Entry::value);
    }

    /** The text of the key {@code type}; empty if there is none. */
    Optional<String> type() {
      return get("type").map(value -> value instanceof Scalar scalar ? scalar.text() : "");
    }
  }

  /**
   * A value under a key.
   *
   * @param key where the key stands
   * @param value what it holds
   */
  record Entry(Place key, Setting value) {}

  /**
   * Where the value at a path stands, or the nearest thing above it that is there.
   *
   * @param path keys from this value downwards
   */
  default Place locate(List<String> path) {
    if (path.isEmpty() || !(this instanceof Mapping mapping)) {
      return place();
    }
    return mapping
        .get(path.get(0))
        .map(value -> value.locate(path.subList(1, path.size())))
        .orElse(mapping.place());
  }
}
