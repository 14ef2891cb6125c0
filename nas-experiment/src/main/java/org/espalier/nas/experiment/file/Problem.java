package org.espalier.nas.experiment.file;

import java.util.Comparator;

/**
 * An error in an experiment.
 *
 * @param place place of the error
 * @param message description of the error and of its fix
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
