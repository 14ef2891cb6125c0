package org.espalier.nas.analysis.comparison;

/** Where the searches of a problem have their measurements from. */
public enum Answers {
  /** Networks were trained for the comparison. */
  TRAINED,
  /** Networks were trained once, and their results are looked up in a table. */
  LOOKED_UP,
  /** A formula is computed; there is no network. */
  COMPUTED
}
