package org.espalier.nas.api.evaluation;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import org.apiguardian.api.API;

/** The direction in which a metric improves. */
@API(status = EXPERIMENTAL, since = "0.1")
public enum Direction {
  /** Larger values are better. */
  MAXIMIZE,
  /** Smaller values are better. */
  MINIMIZE
}
