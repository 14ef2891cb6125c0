package org.espalier.nas.controller.density;

import java.util.List;
import org.espalier.nas.api.space.Architecture;

/**
 * An architecture and how its decisions were asked.
 *
 * @param architecture a complete one
 * @param answers one for each of its decisions
 */
public record Candidate(Architecture architecture, List<Answer> answers) {

  /** Copies. */
  public Candidate {
    answers = List.copyOf(answers);
  }
}
