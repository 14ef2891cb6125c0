package org.espalier.nas.controller.quasirandom;

/** A sequence of points that fills the unit cube evenly, with random access. */
public interface PointSequence {

  /**
   * Returns one point of the sequence.
   *
   * @param index its index, from 0; not negative
   * @return as many coordinates as the sequence has dimensions, each in [0, 1)
   */
  double[] point(int index);
}
