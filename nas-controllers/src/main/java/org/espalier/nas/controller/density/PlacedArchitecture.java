package org.espalier.nas.controller.density;

import java.util.List;
import org.espalier.nas.api.space.Architecture;

/**
 * An architecture and its choices in the coordinates of their axes.
 *
 * @param architecture a complete architecture
 * @param answers one for each of its decisions
 */
public record PlacedArchitecture(Architecture architecture, List<PlacedChoice> answers) {

  /** Copies. */
  public PlacedArchitecture {
    answers = List.copyOf(answers);
  }
}
