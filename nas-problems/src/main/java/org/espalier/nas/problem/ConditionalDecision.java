package org.espalier.nas.problem;

import java.util.Map;
import org.espalier.nas.api.space.Architecture;
import org.espalier.nas.api.space.Decision;
import org.espalier.nas.api.space.Domain;

/**
 * A decision with its condition.
 *
 * @param name what is decided
 * @param domain the values
 * @param when the answers to earlier decisions that all must have been given
 */
record ConditionalDecision(String name, Domain domain, Map<String, String> when) {

  ConditionalDecision {
    when = Map.copyOf(when);
  }

  /** Whether it is asked after these answers. */
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
