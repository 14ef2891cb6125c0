package org.espalier.nas.api.evaluation;

import java.util.Optional;
import org.espalier.nas.api.trial.Fidelity;

/**
 * What a study needs to know of an evaluator before there is one; an evaluator's config record
 * implements it where a default does not fit.
 */
public interface EvaluatorSettings {

  /** The most that one trial is trained; what controllers propose by default. */
  default Fidelity fullFidelity() {
    return Fidelity.epochs(1);
  }

  /**
   * The setting because of which an outcome depends on the trials before it, as the experiment file
   * would show it: {@code sharing.mode (bigram)}. Then outcomes cannot be reused for repeated
   * architectures. Empty if each trial stands for itself.
   */
  default Optional<String> dependence() {
    return Optional.empty();
  }
}
