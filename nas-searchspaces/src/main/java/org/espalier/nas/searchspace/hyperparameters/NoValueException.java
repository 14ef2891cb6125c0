package org.espalier.nas.searchspace.hyperparameters;

/** Constraints leave a parameter no value. */
final class NoValueException extends IllegalStateException {
  private static final long serialVersionUID = 1L;

  /** The constraints leave this parameter nothing. */
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
