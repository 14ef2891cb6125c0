package org.espalier.nas.engine.study;

import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import org.espalier.nas.api.controller.Controller;
import org.espalier.nas.api.evaluation.Evaluator;
import org.espalier.nas.api.evaluation.StoppingRule;
import org.espalier.nas.api.evaluation.StudyListener;
import org.espalier.nas.api.space.SearchSpace;
import org.espalier.nas.api.trial.Fidelity;
import org.espalier.nas.engine.objective.Valuation;

/**
 * Parts of a study.
 *
 * @param space the search space
 * @param controller proposes the trials; closed by its creator
 * @param evaluators creates a worker's evaluator; called on the worker's thread, which also closes
 *     what it gives
 * @param fidelity the full fidelity of a trial
 * @param valuation computes the values by which trials are compared
 * @param stopping rule that may end a trial early
 * @param listeners listeners, called in this order
 */
public record StudySetup(
    SearchSpace space,
    Controller controller,
    Supplier<? extends Evaluator> evaluators,
    Fidelity fidelity,
    Valuation valuation,
    StoppingRule stopping,
    List<StudyListener> listeners) {

  /** Checks that all are present, and copies. */
  public StudySetup {
    Objects.requireNonNull(space);
    Objects.requireNonNull(controller);
    Objects.requireNonNull(evaluators);
    Objects.requireNonNull(fidelity);
    Objects.requireNonNull(valuation);
    Objects.requireNonNull(stopping);
    listeners = List.copyOf(listeners);
  }

  /** Returns the same parts with another stopping rule. */
  StudySetup with(StoppingRule other) {
    return new StudySetup(space, controller, evaluators, fidelity, valuation, other, listeners);
  }
}
