package org.espalier.nas.analysis.comparison;

import java.util.ArrayList;
import java.util.List;

/**
 * The trials of a search that were the best so far: at each time the one with the highest reward
 * among those of the highest fidelity, of equal ones the first.
 */
public final class Incumbents {

  private Incumbents() {}

  /** Those of a search's trials, in their order; empty if none succeeded. */
  public static List<TrialPoint> of(List<TrialPoint> trials) {
    List<TrialPoint> incumbents = new ArrayList<>();
    int fidelity = Integer.MIN_VALUE;
    double reward = 0;
    for (TrialPoint trial : trials) {
      Double told = Trajectory.reward(trial);
      if (told != null
          && (trial.fidelity() > fidelity || (trial.fidelity() == fidelity && told > reward))) {
        fidelity = trial.fidelity();
        reward = told;
        incumbents.add(trial);
      }
    }
    return incumbents;
  }
}
