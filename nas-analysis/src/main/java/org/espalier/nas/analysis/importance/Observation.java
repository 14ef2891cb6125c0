package org.espalier.nas.analysis.importance;

import java.util.List;
import org.espalier.nas.api.space.Decision;

/**
 * The answers of a trial and its loss.
 *
 * @param loss less is better; a trial whose loss is not finite is left out of the analysis
 * @param answers the decisions made, each name at most once
 */
public record Observation(double loss, List<Answer> answers) {

  /** Copies. */
  public Observation {
    answers = List.copyOf(answers);
  }

  /**
   * The answer to a decision.
   *
   * @param decision the decision, with no option masked
   * @param number the answer as {@link org.espalier.nas.api.space.Choice#number} returns it
   */
  public record Answer(Decision decision, double number) {}
}
