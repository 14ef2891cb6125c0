package org.espalier.nas.data.prepare;

/** How numeric columns are scaled; fitted on the training part alone. */
public enum Scaling {
  /** To mean 0 and (population) standard deviation 1. */
  STANDARDIZE,
  /** To [0, 1]. */
  MIN_MAX,
  /** Not at all. */
  NONE
}
