package org.espalier.nas.problem;

/** Kind of domain in which a coordinate is searched. */
enum CoordinateEncoding {
  /** As itself, a real number. */
  REAL,
  /** As a number from 1e-5 to 1e-1 whose logarithm runs evenly along the side. */
  LOG,
  /** As the whole number of one of eleven even steps. */
  WHOLE,
  /** As one of eight even steps, labelled with their coordinates. */
  ORDERED,
  /** As one of five even steps, shuffled and labelled with letters. */
  UNORDERED
}
