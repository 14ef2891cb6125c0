package org.espalier.nas.controller.hyperband;

/** Rules that round the numbers of a bracket, which are seldom integers. */
public enum Rounding {
  /**
   * Li et al. 2018 (JMLR 18:185), algorithm 1: n = ⌈(s_max + 1)·η^s / (s + 1)⌉ architectures, of
   * which ⌊n·η^−i⌋ reach rung i; R·η^(i−s) epochs, to the nearest whole number.
   */
  PAPER,
  /**
   * The chapter on automation of Efficient Deep Learning, table 7-1: n = ⌊(s_max + 1) / (s +
   * 1)⌋·η^s architectures; otherwise as the paper.
   */
  BOOK,
  /**
   * Keras Tuner: ⌈e / (s + 1)·η^(s−i)⌉ architectures in rung i, where e = ⌈1 + log_η R⌉, and ⌈R /
   * η^(s−i)⌉ epochs.
   */
  KERAS_TUNER
}
