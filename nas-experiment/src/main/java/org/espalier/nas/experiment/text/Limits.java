package org.espalier.nas.experiment.text;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.espalier.nas.api.plugin.Counts;
import org.espalier.nas.engine.study.Budget;

/** The limits of a budget in words. */
public final class Limits {

  private Limits() {}

  /** Returns the limits in words; {@code no limit} if there is none. */
  public static List<String> of(Budget budget) {
    List<String> limits = new ArrayList<>();
    if (budget.trials() != null) {
      limits.add(Counts.of(budget.trials(), "trial"));
    }
    if (budget.epochs() != null) {
      limits.add(Counts.of(budget.epochs(), "epoch"));
    }
    if (budget.seconds() != null) {
      limits.add(Counts.of(budget.seconds(), "second") + " of training");
    }
    Duration wallClock = budget.wallClock();
    if (wallClock != null) {
      limits.add(Durations.format(wallClock));
    }
    return limits.isEmpty() ? List.of("no limit") : List.copyOf(limits);
  }
}
