package org.espalier.nas.api.evaluation;

import static org.apiguardian.api.API.Status.MAINTAINED;

import org.apiguardian.api.API;

/** What a running trial should do after a measurement. */
@API(status = MAINTAINED, since = "0.1")
public enum Directive {
  /** Go on. */
  CONTINUE,
  /** A stopping rule has decided: end, and return what was measured. */
  STOP,
  /** The run is being interrupted: end as soon as possible; the outcome is thrown away. */
  ABANDON
}
