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

    /**
     * How many parts of a path make up a key that is here: more than one if the key holds dots.
     *
     * @return 1 if there is no such key
     */
    int partsOfKey(List<String> path) {
      for (int parts = path.size(); parts > 1; parts--) {
        if (entries.containsKey(String.join(".", path.subList(0, parts)))) {
          return parts;
        }
      }
      return 1;
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
   * @param path keys from this value downwards, or indices where there is a list; a key that holds
   *     dots may stand in parts
   */
  default Place locate(List<String> path) {
    if (this instanceof Items items && !path.isEmpty() && path.get(0).matches("\\d{1,6}")) {
      int index = Integer.parseInt(path.get(0));
      return index < items.items().size()
          ? items.items().get(index).locate(path.subList(1, path.size()))
          : place();
    }
    if (path.isEmpty() || !(this instanceof Mapping mapping)) {
      return place();
    }
    int parts = mapping.partsOfKey(path);
    return mapping
        .get(String.join(".", path.subList(0, parts)))
        .map(value -> value.locate(path.subList(parts, path.size())))
        .orElse(mapping.place());
  }
}
