package org.espalier.nas.controller.quasirandom;

/** A sequence of points that fills the unit cube evenly; any of them can be asked for. */
public interface PointSequence {

  /**
   * One point of the sequence.
   *
   * @param index its place, from 0; not negative
   * @return as many coordinates as the sequence has dimensions, each in [0, 1)
   */
  double[] point(int index);
}
