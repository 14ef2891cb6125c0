package org.espalier.nas.api.space;

import static org.apiguardian.api.API.Status.MAINTAINED;

import org.apiguardian.api.API;

/** How a numeric range is divided when it is sampled or encoded. */
@API(status = MAINTAINED, since = "0.1")
public enum Scale {
  /** Equal differences are equally likely. */
  LINEAR,
  /** Equal ratios are equally likely; the range must be positive. */
  LOG
}
