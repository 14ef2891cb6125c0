package org.espalier.nas.searchspace.hyperparameters;

/** Thrown if the constraints leave no value for a parameter. */
final class NoValueException extends IllegalStateException {
  private static final long serialVersionUID = 1L;

  /** Creates the exception for a parameter. */
  NoValueException(String parameter) {
    super(
        "The constraints leave no value for "
            + parameter
            + " after the choices made; state them so that they leave room, as ranges are probed at"
            + " "
            + ParameterValues.PROBES
            + " values.");
  }
}
