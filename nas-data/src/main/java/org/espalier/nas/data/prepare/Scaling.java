package org.espalier.nas.data.prepare;

/** Scaling of numeric columns, fitted to the training part alone. */
public enum Scaling {
  /** Scales to mean 0 and (population) standard deviation 1. */
  STANDARDIZE,
  /** Scales to [0, 1]. */
  MIN_MAX,
  /** Does not scale. */
  NONE
}
