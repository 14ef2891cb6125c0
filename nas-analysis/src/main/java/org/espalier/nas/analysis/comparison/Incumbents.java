package org.espalier.nas.analysis.comparison;

import java.util.ArrayList;
import java.util.List;

/**
 * The incumbents of a search: at each time the trial with the highest reward at the highest
 * fidelity, the first of equal ones.
 */
public final class Incumbents {

  private Incumbents() {}

  /** Returns the incumbents among trials, in order; empty if no trial succeeded. */
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
