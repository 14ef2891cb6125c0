package org.espalier.nas.experiment.file;

import java.util.List;
import java.util.TreeSet;

/** A collection of the errors in an experiment, so that all are reported at once. */
final class Problems {
  private final TreeSet<Problem> found = new TreeSet<>();

  void add(Place place, String message) {
    found.add(new Problem(place, message));
  }

  boolean isEmpty() {
    return found.isEmpty();
  }

  /** Returns the problems, sorted by place. */
  List<Problem> sorted() {
    return List.copyOf(found);
  }

  void throwIfAny() {
    if (!found.isEmpty()) {
      throw new InvalidExperimentException(sorted());
    }
  }
}
