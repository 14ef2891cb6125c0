package org.espalier.nas.api.space;

/** How a numeric range is divided when it is sampled or encoded. */
public enum Scale {
  /** Equal differences are equally likely. */
  LINEAR,
  /** Equal ratios are equally likely; the range must be positive. */
  LOG
}
