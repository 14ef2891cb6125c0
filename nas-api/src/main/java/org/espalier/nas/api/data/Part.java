package org.espalier.nas.api.data;

import static org.apiguardian.api.API.Status.MAINTAINED;

import org.apiguardian.api.API;

/** A part of a data set. */
@API(status = MAINTAINED, since = "0.1")
public enum Part {
  /** The part that candidates are trained on; scaling is fitted on it alone. */
  TRAINING,
  /** The part that candidates are compared on. */
  VALIDATION,
  /** The part used once, after the search. */
  TEST
}
