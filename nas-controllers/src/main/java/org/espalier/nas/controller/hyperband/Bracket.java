package org.espalier.nas.controller.hyperband;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.espalier.nas.api.controller.Plan;
import org.espalier.nas.api.trial.Fidelity;

/**
 * One run of successive halving: rungs each of which takes the best of the one before.
 *
 * @param number the bracket's number in the literature: the number of times that its trials are
 *     reduced
 * @param rungs rungs with falling numbers of trials and rising epochs, at least one
 */
public record Bracket(int number, List<Rung> rungs) {

  /** Checks and copies the rungs. */
  public Bracket {
    rungs = List.copyOf(rungs);
    for (int i = 1; i < rungs.size(); i++) {
      if (rungs.get(i).trials() > rungs.get(i - 1).trials()
          || rungs.get(i).epochs() < rungs.get(i - 1).epochs()) {
        throw new IllegalArgumentException(
            "Trials must not rise and epochs must not fall from rung to rung: " + rungs);
      }
    }
    if (rungs.isEmpty()) {
      throw new IllegalArgumentException("A bracket has at least one rung.");
    }
  }

  /** Returns the bracket as part of a plan. */
  Stream<Plan.Rung> planned(boolean continued) {
    List<Plan.Rung> planned = new ArrayList<>();
    int before = 0;
    for (Rung rung : rungs) {
      planned.add(
          new Plan.Rung(
              number, planned.size(), rung.trials(), Fidelity.epochs(rung.epochs()), before));
      before = continued ? rung.epochs() : 0;
    }
    return planned.stream();
  }
}
