package org.espalier.nas.analysis.comparison;

import java.util.Collection;
import java.util.stream.Collectors;

/** What costs of searches are counted in. */
public enum CostUnit {
  /** Epochs, those of a trial of full fidelity being one. */
  TRIALS("trials of full fidelity"),
  /** Seconds of training that trials are charged, by a clock that gives the same each time. */
  SECONDS("seconds of training");

  private final String words;

  CostUnit(String words) {
    this.words = words;
  }

  /** The unit in words, in the plural. */
  public String words() {
    return words;
  }

  /** The units of some problems in words. */
  public static String of(Collection<ProblemRecord> problems) {
    return problems.stream()
        .map(problem -> problem.cost().words())
        .distinct()
        .collect(Collectors.joining(" or "));
  }

  /** What a trial adds to the cost, in epochs or seconds. */
  double raw(TrialPoint trial) {
    return this == SECONDS ? trial.seconds() : trial.epochs();
  }
}
