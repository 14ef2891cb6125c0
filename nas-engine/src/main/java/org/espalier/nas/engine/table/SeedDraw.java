package org.espalier.nas.engine.table;

import org.espalier.nas.api.random.RandomStreams;

/**
 * The draws of a trial among the seeds of a table; equal for equal seeds of the trial.
 *
 * @param trialSeed seed of the trial
 */
record SeedDraw(long trialSeed) {
  private static final String PURPOSE = "tabular.seed";

  /** Returns a uniformly drawn seed, which is used wherever it was measured. */
  int among(int seeds) {
    return new RandomStreams(trialSeed).stream(PURPOSE, 0).nextInt(seeds);
  }

  /**
   * Returns a uniformly drawn position among the seeds that were measured.
   *
   * @param point the measured epoch, from 1
   */
  int among(int measured, int point) {
    return new RandomStreams(trialSeed).stream(PURPOSE, point).nextInt(measured);
  }
}
