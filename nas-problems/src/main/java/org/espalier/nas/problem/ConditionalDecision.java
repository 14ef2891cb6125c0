package org.espalier.nas.problem;

import java.util.Map;
import org.espalier.nas.api.space.Architecture;
import org.espalier.nas.api.space.Decision;
import org.espalier.nas.api.space.Domain;

/**
 * A decision with its condition.
 *
 * @param name the name of the decision
 * @param domain the values
 * @param when the answers to earlier decisions, all of which must have been given
 */
record ConditionalDecision(String name, Domain domain, Map<String, String> when) {

  ConditionalDecision {
    when = Map.copyOf(when);
  }

  /** Returns true if the decision is asked after these answers. */
  boolean applies(Architecture made) {
    return when.entrySet().stream()
        .allMatch(
            condition ->
                made.choice(condition.getKey())
                    .filter(choice -> choice.text().equals(condition.getValue()))
                    .isPresent());
  }

  Decision decision() {
    return new Decision(name, domain);
  }
}
