package org.espalier.nas.analysis.comparison;

/** The unit of the cost of searches. */
public enum CostUnit {
  /** Epochs divided by the epochs of a trial of full fidelity. */
  TRIALS("trials of full fidelity"),
  /** Charged training time, which does not depend on the machine. */
  SECONDS("seconds of training");

  private final String label;

  CostUnit(String label) {
    this.label = label;
  }

  /** Returns the unit in words, in the plural. */
  public String label() {
    return label;
  }

  /** Returns the cost of a trial in epochs or seconds. */
  double raw(TrialPoint trial) {
    return this == SECONDS ? trial.seconds() : trial.epochs();
  }
}
