package org.espalier.nas.experiment.file;

import java.util.Comparator;

/**
 * Something wrong with an experiment.
 *
 * @param place where
 * @param message what, and what would mend it
 */
public record Problem(Place place, String message) implements Comparable<Problem> {
  private static final Comparator<Problem> ORDER =
      Comparator.comparing(Problem::place).thenComparing(Problem::message);

  @Override
  public int compareTo(Problem other) {
    return ORDER.compare(this, other);
  }

  @Override
  public String toString() {
    return place + ": " + message;
  }
}
