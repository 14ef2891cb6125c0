package org.espalier.nas.api.data;

import static org.apiguardian.api.API.Status.MAINTAINED;

import org.apiguardian.api.API;

/** A part of a data set. */
@API(status = MAINTAINED, since = "0.1")
public enum Part {
  /** What candidates are trained on; scaling is fitted on it alone. */
  TRAINING,
  /** What candidates are compared on. */
  VALIDATION,
  /** Touched once, after the search. */
  TEST
}
