package org.espalier.nas.problem;

import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.espalier.nas.api.space.SearchSpace;

/**
 * A published minimum.
 *
 * @param value the minimum value
 * @param places the places of the minimum, each as the answers to decisions by name
 */
record PublishedMinimum(double value, List<Map<String, String>> places) {

  PublishedMinimum {
    places = places.stream().map(Map::copyOf).toList();
  }

  static PublishedMinimum unknown() {
    return new PublishedMinimum(Double.NaN, List.of());
  }

  /** Returns the minimum, if a space contains one of its places. */
  OptionalDouble in(SearchSpace space) {
    return places.stream().anyMatch(place -> NamedChoices.of(place).in(space).isPresent())
        ? OptionalDouble.of(value)
        : OptionalDouble.empty();
  }
}
