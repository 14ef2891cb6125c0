package org.espalier.nas.api.evaluation;

import static org.apiguardian.api.API.Status.MAINTAINED;

import org.apiguardian.api.API;

/** The instruction to a running trial after a measurement. */
@API(status = MAINTAINED, since = "0.1")
public enum Directive {
  /** Continue. */
  CONTINUE,
  /** A stopping rule has decided: end, and return the measurements so far. */
  STOP,
  /** The run is being interrupted: end as soon as possible; the outcome is discarded. */
  ABANDON
}
