package org.espalier.nas.searchspace.hyperparameters;

/** Thrown if a look-ahead would try too many values. */
final class TooManyValuesException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  TooManyValuesException() {
    super("Constraints link too many parameters to look ahead.");
  }
}
