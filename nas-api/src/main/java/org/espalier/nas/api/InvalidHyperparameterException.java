package org.espalier.nas.api;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import java.util.Objects;
import org.apiguardian.api.API;

/**
 * A hyper-parameter of the search space is none that the evaluator can set, or has values that it
 * cannot work with.
 *
 * <p>Evaluators throw it from their constructor; the program shows it at the place of the
 * hyper-parameter in the experiment file.
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
   * @param message what is wrong with it and what would mend it
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
