package org.espalier.nas.api.trial;

import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Immutable map of metrics, sorted by name, that takes a fifth of the memory of a tree: a study has
 * a million values, under few names.
 */
final class SortedMetrics extends AbstractMap<String, Double> {

  private final List<String> names;
  private final double[] values;

  /**
   * Creates the map.
   *
   * @param names the names in ascending order, each once; the list is shared if it is immutable
   * @param values a value for each name; not copied
   */
  SortedMetrics(List<String> names, double[] values) {
    this.names = List.copyOf(names);
    this.values = values;
    if (names.size() != values.length) {
      throw new IllegalArgumentException(
          "values (%d) must be as many as names (%d).".formatted(values.length, names.size()));
    }
    for (int i = 1; i < names.size(); i++) {
      if (names.get(i - 1).compareTo(names.get(i)) >= 0) {
        throw new IllegalArgumentException(
            "names (%s) must be in ascending order, each once.".formatted(names));
      }
    }
  }

  @Override
  public @Nullable Double get(@Nullable Object name) {
    int index = name instanceof String text ? Collections.binarySearch(names, text) : -1;
    return index < 0 ? null : values[index];
  }

  @Override
  public boolean containsKey(@Nullable Object name) {
    return get(name) != null;
  }

  @Override
  public Set<Map.Entry<String, Double>> entrySet() {
    return new Entries();
  }

  private final class Entries extends AbstractSet<Map.Entry<String, Double>> {
    @Override
    public int size() {
      return values.length;
    }

    @Override
    public Iterator<Map.Entry<String, Double>> iterator() {
      return new Iterator<>() {
        private int next;

        @Override
        public boolean hasNext() {
          return next < values.length;
        }

        @Override
        public Map.Entry<String, Double> next() {
          if (!hasNext()) {
            throw new NoSuchElementException();
          }
          return new SimpleImmutableEntry<>(names.get(next), values[next++]);
        }
      };
    }
  }
}
