package org.espalier.nas.experiment;

import org.espalier.nas.api.evaluation.EvaluatorSettings;
import org.espalier.nas.api.trial.Fidelity;

/**
 * Settings of the evaluator that calls a function.
 *
 * @param epochs the most epochs, or steps, that a trial is evaluated for, positive
 */
record FunctionSettings(int epochs) implements EvaluatorSettings {

  @Override
  public Fidelity fullFidelity() {
    return Fidelity.epochs(epochs);
  }
}
