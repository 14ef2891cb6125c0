package org.espalier.nas.experiment.file;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A value of an experiment file, with its place. Immutable. */
public sealed interface Setting {

  /** Returns the place where the value begins. */
  Place place();

  /**
   * A single value, not yet interpreted: its meaning depends on the type that is wanted.
   *
   * @param place place of the value
   * @param text text without quotes
   * @param quoted true if the value is quoted and therefore text
   */
  record Scalar(Place place, String text, boolean quoted) implements Setting {

    /** Returns true if the value is empty or YAML's null. */
    boolean isNull() {
      return !quoted
          && (text.isEmpty() || text.equals("~") || text.equals("null") || text.equals("NULL"));
    }
  }

  /**
   * A list.
   *
   * @param place place where the value begins
   * @param items items in order
   */
  record Items(Place place, List<Setting> items) implements Setting {
    /** Copies the collection. */
    public Items {
      items = List.copyOf(items);
    }
  }

  /**
   * A mapping of keys to values.
   *
   * @param place place where the value begins
   * @param entries entries by key, in the order of the file
   */
  record Mapping(Place place, Map<String, Entry> entries) implements Setting {
    /** Copies the collection. */
    public Mapping {
      entries = Collections.unmodifiableMap(new LinkedHashMap<>(entries));
    }

    /** Returns the value of a key; empty if the key is absent. */
    Optional<Setting> get(String key) {
      return Optional.ofNullable(entries.get(key)).map(Entry::value);
    }

    /**
     * Returns the number of parts of a path that make up a key of this mapping: more than one if
     * the key contains dots.
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

    /** Returns the text of the key {@code type}; empty if there is none. */
    Optional<String> type() {
      return get("type").map(value -> value instanceof Scalar scalar ? scalar.text() : "");
    }
  }

  /**
   * A value under a key.
   *
   * @param key place of the key
   * @param value value of the key
   */
  record Entry(Place key, Setting value) {}

  /**
   * Returns the place of the value at a path, or of the nearest value above it that exists.
   *
   * @param path keys from this value downwards, or indices of lists; a key with dots may be split
   *     into parts
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
