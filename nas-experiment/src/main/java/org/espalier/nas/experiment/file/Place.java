package org.espalier.nas.experiment.file;

import java.util.Comparator;

/**
 * A place in the settings, shown as {@code file:line:column}.
 *
 * @param source file or flag
 * @param line line, from 1; 0 if the source is a flag
 * @param column column, from 1; 0 if the source is a flag
 */
public record Place(Source source, int line, int column) implements Comparable<Place> {
  private static final Comparator<Place> ORDER =
      Comparator.comparing((Place place) -> place.source().name())
          .thenComparingInt(Place::line)
          .thenComparingInt(Place::column);

  /** Returns the beginning of a source. */
  public static Place startOf(Source source) {
    return new Place(source, 1, 1);
  }

  @Override
  public int compareTo(Place other) {
    return ORDER.compare(this, other);
  }

  @Override
  public String toString() {
    return line == 0 ? source.name() : source.name() + ":" + line + ":" + column;
  }
}
