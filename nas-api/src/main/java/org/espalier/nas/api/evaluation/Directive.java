package org.espalier.nas.api.evaluation;

/** What a running trial should do after a measurement. */
public enum Directive {
  /** Go on. */
  CONTINUE,
  /** A stopping rule has decided: end, and return what was measured. */
  STOP,
  /** The run is being interrupted: end as soon as possible; the outcome is thrown away. */
  ABANDON
}
