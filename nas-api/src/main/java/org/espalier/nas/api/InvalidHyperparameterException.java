package org.espalier.nas.api;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import java.util.Objects;
import org.apiguardian.api.API;

/**
 * A hyper-parameter of the search space that the evaluator cannot set, or whose values it does not
 * accept.
 *
 * <p>Evaluators throw it from their constructor; the program reports it at the hyper-parameter's
 * place in the experiment file.
 */
@API(status = EXPERIMENTAL, since = "0.1")
public final class InvalidHyperparameterException extends NasException {
  private static final long serialVersionUID = 1L;

  /** The name of the decision. */
  private final String hyperparameter;

  /**
   * Creates the error.
   *
   * @param hyperparameter the name of the decision
   * @param message the fault and its fix
   */
  public InvalidHyperparameterException(String hyperparameter, String message) {
    super(message);
    this.hyperparameter = Objects.requireNonNull(hyperparameter);
  }

  /** {@return the name of the decision} */
  public String hyperparameter() {
    return hyperparameter;
  }
}
