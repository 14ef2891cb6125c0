package org.espalier.nas.engine.study;

/** What the seed of a trial derives from, beside the study's seed. */
public enum TrialSeeds {
  /** Its number: an architecture that comes up again is trained with other luck. */
  NUMBER,
  /**
   * Its architecture: one that comes up again gives the same measurements, in other searches with
   * the same study seed too, which so differ in what they propose and not in luck.
   */
  ARCHITECTURE
}
