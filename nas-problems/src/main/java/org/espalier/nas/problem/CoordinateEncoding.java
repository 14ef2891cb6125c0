package org.espalier.nas.problem;

/** Kinds of domains in which a coordinate is searched. */
enum CoordinateEncoding {
  /** A real number, the coordinate itself. */
  REAL,
  /** A number from 1e-5 to 1e-1 whose logarithm is proportional to the position along the side. */
  LOG,
  /** The index of one of eleven even steps, an integer. */
  WHOLE,
  /** One of eight even steps, labelled with their coordinates. */
  ORDERED,
  /** One of five even steps, shuffled and labelled with letters. */
  UNORDERED
}
