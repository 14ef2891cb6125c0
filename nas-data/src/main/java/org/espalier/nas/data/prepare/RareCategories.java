package org.espalier.nas.data.prepare;

/** Treatment of the rarest categories of a text column that has too many. */
public enum RareCategories {
  /** Rejects the data. */
  ERROR,
  /** Makes one category of the rarest; categories that the training part lacks are part of it. */
  OTHER
}
