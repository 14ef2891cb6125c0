package org.espalier.nas.engine.study;

/** Source of a trial's seed, besides the study's seed. */
public enum TrialSeeds {
  /** The trial's number: a repeated architecture gets another seed. */
  NUMBER,
  /**
   * Its architecture: one that comes up again gives the same measurements, in other searches with
   * the same study seed too, which so differ in what they propose and not in luck.
   */
  ARCHITECTURE
}
