package org.espalier.nas.api.data;

/** A part of a data set. */
public enum Part {
  /** What candidates are trained on; scaling is fitted on it alone. */
  TRAINING,
  /** What candidates are compared on. */
  VALIDATION,
  /** Touched once, after the search. */
  TEST
}
