package org.espalier.nas.controller.sampling;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.espalier.nas.api.space.Decision;
import org.espalier.nas.api.space.SearchSpace;

/** The index of each decision of a space among all that can be asked. */
public final class DecisionIndex {
  private final List<Decision> decisions;
  private final Map<String, Integer> places = new LinkedHashMap<>();

  /** Indexes the decisions of a space. */
  public DecisionIndex(SearchSpace space) {
    decisions = List.copyOf(space.decisions());
    decisions.forEach(decision -> places.put(decision.name(), places.size()));
  }

  /** {@return the number of decisions} */
  public int size() {
    return decisions.size();
  }

  /** {@return all decisions, with nothing masked} */
  public List<Decision> decisions() {
    return decisions;
  }

  /**
   * Returns the index of a decision.
   *
   * @param name the decision's name
   * @return an index from 0
   * @throws IllegalArgumentException if the space has no decision of that name
   */
  public int of(String name) {
    Integer place = places.get(name);
    if (place == null) {
      throw new IllegalArgumentException(
          "The search space has no decision \"%s\"; its decisions() are %s."
              .formatted(name, places.keySet()));
    }
    return place;
  }
}
